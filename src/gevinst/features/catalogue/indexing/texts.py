"""The texts of a process as each kind of reader may read them, person numbers masked."""

from __future__ import annotations

from enum import IntEnum

from gevinst.engines.identifiers import mask_all
from gevinst.features.catalogue.indexing.blocks import block_names
from gevinst.features.catalogue.indexing.gathered import Gathered
from gevinst.features.catalogue.indexing.schema import INTERNAL, PLAIN
from gevinst.features.catalogue.models import Process


class Audience(IntEnum):
    """Who reads: anybody, those who are signed in, the own authority; each reads what the ones before do."""

    GUEST = 0
    KNOWN = 1
    INNER = 2


def texts(of: Process, by: Gathered, audience: Audience) -> dict[str, str]:
    """Name to text of everything that the audience may read of the process; what is empty is left out."""
    found = {name: str(getattr(of, name)) for name in PLAIN} | _related(of, by)
    if audience >= Audience.KNOWN:
        found["comments"] = "\n".join(by.comments.get((False, of.pk), ()))
    if audience >= Audience.INNER:
        found |= {name: str(getattr(of, name)) for name in INTERNAL}
        found["internal_files"] = "\n".join(by.files.get((True, of.pk), ()))
        found["internal_comments"] = "\n".join(by.comments.get((True, of.pk), ()))
    return {name: mask_all(text) for name, text in found.items() if text}


def _related(of: Process, by: Gathered) -> dict[str, str]:
    names = by.names
    systems = dict.fromkeys(of.systems_today + of.systems_used)
    blocks = dict.fromkeys([of.block_key] if of.block_key else [])
    return {
        "authority": of.authority.name,
        "systems": "\n".join(names.systems[pk] for pk in systems if pk in names.systems),
        "technologies": "\n".join(
            names.technologies[pk] for pk in of.technologies if pk in names.technologies
        ),
        "units": "\n".join(names.units[pk] for pk in of.units if pk in names.units),
        "codes": "\n".join(
            f"{code} {names.codes.get(code, '')}".strip() for code in of.kle + of.form + of.kla
        ),
        "law": "\n".join(by.clauses.get(of.pk, ())),
        "blocks": "\n".join([*map(block_names, blocks), *_used(of, by)]),
        "links": "\n".join(" ".join(map(str, link.values())) for link in of.links),
        "files": "\n".join(by.files.get((False, of.pk), ())),
    }


def _used(of: Process, by: Gathered) -> list[str]:
    """The blocks that the process uses, each with its names and what it is used for."""
    return [f"{block_names(line.split(' ', 1)[0])} {line}" for line in by.blocks.get(of.pk, ())]
