"""Who and what can be chosen in the form of a process of one authority."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gevinst.engines.blockkit import blocks
from gevinst.features.accounts import queries as accounts
from gevinst.features.catalogue.models import ItSystem, Landscape, Process, Technology
from gevinst.features.catalogue.web.processes.blocks import block_name

MOST = 60  # suggestions at a time
MODELS: dict[str, type[ItSystem | Technology]] = {"systemer": ItSystem, "teknologier": Technology}
LICENCES = (
    "EUPL-1.2", "MPL-2.0", "MIT", "Apache-2.0", "BSD-3-Clause", "GPL-3.0-or-later",
    "AGPL-3.0-or-later", "LGPL-3.0-or-later", "CC0-1.0", "CC-BY-4.0", "CC-BY-SA-4.0",
)  # fmt: skip
Choices = list[tuple[object, object]]


def people(authority_id: int, also: Iterable[int | None]) -> Choices:
    """Everybody with a role at the authority, and those who are chosen already."""
    chosen = [one for one in also if one is not None]
    found = accounts.people_at(authority_id, chosen)
    return [("", _("Nobody")), *((one.pk, one.name) for one in found)]


def units(authority_id: int) -> Choices:
    """The organisation units of the authority."""
    return [(unit.pk, unit.name) for unit in accounts.units_of(authority_id)]


def building_blocks(also: str) -> Choices:
    """The building blocks that are installed here, and the one that is chosen already."""
    names = {key: block_name(key) for key in [*blocks(), *([also] if also else [])]}
    return [("", _("None")), *names.items()]


def suggestions(kind: str, authority_ids: Iterable[int], text: str = "") -> list[str]:
    """Names that begin with the text, or have it within; what the authorities have comes first."""
    model = MODELS[kind]
    column = "system" if model is ItSystem else "technology"
    sought = " ".join(text.casefold().split())
    found = model._default_manager.filter(Q(key__contains=sought) if sought else Q())
    own = Landscape.objects.filter(authority__in=authority_ids).exclude(**{column: None})
    here = found.filter(pk__in=own.values(column))[:MOST]
    begins = found.filter(key__startswith=sought)[:MOST]
    labels = [one.label for rows in (here, begins, found[:MOST]) for one in rows]
    return list(dict.fromkeys(labels))[:MOST]


def named(process: Process | None) -> dict[str, dict[int, str]]:
    """Id to name of the systems and technologies that the process has."""
    if process is None or process.pk is None:
        return {"systemer": {}, "teknologier": {}}
    ids = {
        "systemer": [*process.systems_today, *process.systems_used],
        "teknologier": process.technologies,
    }
    return {
        kind: dict(MODELS[kind]._default_manager.filter(pk__in=of).values_list("pk", "label"))
        for kind, of in ids.items()
    }
