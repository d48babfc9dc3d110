"""A family as a reader may see it: who may not be named is counted only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from gevinst.engines.reuse.lineage import Link
from gevinst.features.catalogue.models import Adoption, Process
from gevinst.features.catalogue.queries.reading import readable_ids
from gevinst.features.catalogue.queries.reuse.family import MOST, Family, family
from gevinst.shared.actor import Actor


@dataclass(frozen=True, slots=True)
class Kin:
    """One node: a process with what it saved and gives, or `hidden` processes that may not be read.

    `saved` are the hours that its reports say in all (null without a report; negative when reuse took
    longer); `key` is the id of the process, negative for hidden ones.
    """

    key: int
    process: Process | None = None
    hidden: int = 0
    saved: Decimal | None = None
    adoptions: tuple[Adoption, ...] = ()


@dataclass(frozen=True, slots=True)
class Kinship:
    """The nodes, the one asked about first; links from source to adopter; whether the family is larger."""

    nodes: tuple[Kin, ...]
    links: tuple[Link, ...]
    cut: bool
    named: Mapping[int, Kin] = field(default_factory=dict)


def kinship(actor: Actor, process_id: int, most: int = MOST, reach: int | None = None) -> Kinship:
    """The family of a process that `actor` may read."""
    found = family(process_id, most, reach)
    shown = _shown(actor, found)
    keys = _keys(found, shown)
    nodes: dict[int, Kin] = {}
    for member in found.members:
        if member in shown:
            nodes[member] = _named(shown[member], found)
        else:
            known = nodes.get(keys[member])
            nodes[keys[member]] = Kin(keys[member], hidden=known.hidden + 1 if known else 1)
    pairs = [(keys[each.source_id], keys[each.process_id]) for each in found.adoptions]
    links = tuple(dict.fromkeys(Link(*pair) for pair in pairs))
    named = {key: kin for key, kin in nodes.items() if kin.process}
    return Kinship(tuple(nodes.values()), links, found.cut, named)


def hours_saved(adoption: Adoption) -> Decimal | None:
    """Hours alone less hours spent; None without a report, negative when reuse took longer."""
    if adoption.hours_alone is None or adoption.hours_spent is None:
        return None
    return adoption.hours_alone - adoption.hours_spent


def _shown(actor: Actor, found: Family) -> dict[int, Process]:
    rows = Process.objects.filter(pk__in=found.members).filter(pk__in=readable_ids(actor))
    return rows.select_related("authority", "standing").defer("search").in_bulk()


def _named(process: Process, found: Family) -> Kin:
    adoptions = tuple(each for each in found.adoptions if each.process_id == process.pk)
    reported = [hours for each in adoptions if (hours := hours_saved(each)) is not None]
    return Kin(
        process.pk,
        process,
        saved=sum(reported, Decimal(0)) if reported else None,
        adoptions=adoptions,
    )


def _keys(found: Family, shown: Mapping[int, Process]) -> dict[int, int]:
    """A key for each member; hidden ones with the same relatives share one: only their number is told."""
    beside: dict[int, list[tuple[int, bool]]] = {member: [] for member in found.members}
    for each in found.adoptions:
        beside[each.source_id].append((each.process_id, True))
        beside[each.process_id].append((each.source_id, False))
    groups: dict[tuple[tuple[int, bool], ...], int] = {}
    keys: dict[int, int] = {}
    for member in found.members:
        if member in shown:
            keys[member] = member
        else:
            keys[member] = groups.setdefault(tuple(sorted(beside[member])), -1 - len(groups))
    return keys
