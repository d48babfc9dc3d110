"""The benefit tree of a case with what its end benefits stand for: lines of the case, and the register."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from gevinst.engines.businesscase.casefile.document import CaseFault
from gevinst.engines.businesscase.casefile.exact_yaml import parsed
from gevinst.engines.businesscase.readiness.tree import Tree
from gevinst.engines.businesscase.readiness.tree_file import (
    Links,
    nodes_dropped,
    read_links,
    read_tree,
)
from gevinst.features.benefits.models import Benefit, BusinessCase
from gevinst.features.benefits.queries.cases.results import evaluated
from gevinst.features.benefits.queries.register.benefits import benefits
from gevinst.features.benefits.queries.register.filters import Wanted
from gevinst.shared.actor import Actor

MOST = 300


@dataclass(frozen=True, slots=True)
class PlantedTree:
    """A case's tree. `lines` are its benefit lines by id with DKK over the years, `register` benefits by id.

    `dropped` counts rows of the file that are no node.
    """

    tree: Tree
    links: Mapping[str, Links]
    lines: Mapping[str, tuple[str, Decimal]]
    register: Mapping[int, Benefit]
    dropped: int


def planted(actor: Actor, case: BusinessCase) -> PlantedTree:
    """The tree of the case file as it stands; the register as far as `actor` may read it."""
    kept = _kept(case)
    links = read_links(kept)
    wanted = {one for each in links.values() for one in each.register}
    found = benefits(actor, Wanted(authorities=(case.authority_id,))).filter(pk__in=wanted)
    return PlantedTree(
        tree=read_tree(kept),
        links=links,
        lines=lines_of(case),
        register={one.pk: one for one in found},
        dropped=nodes_dropped(kept),
    )


def lines_of(case: BusinessCase) -> dict[str, tuple[str, Decimal]]:
    """The benefit lines of the case with their DKK over the years; none where it has faults."""
    result = evaluated(case.text).result
    if result is None:
        return {}
    return {
        line.id: (line.title, sum(result.lines[line.id].dkk, Decimal(0)))
        for line in result.case.lines
        if line.is_benefit
    }


def linkable(actor: Actor, case: BusinessCase) -> dict[str, list[tuple[str, str]]]:
    """What an end benefit can be linked to: benefit lines, and benefits of the case's authority."""
    found = benefits(actor, Wanted(authorities=(case.authority_id,)))[:MOST]
    return {
        "lines": [(name, title) for name, (title, _dkk) in lines_of(case).items()],
        "register": [(str(one.pk), one.title) for one in found],
    }


def _kept(case: BusinessCase) -> object:
    try:
        data = parsed(case.text).data
    except CaseFault:
        return None
    return data.get("tree") if isinstance(data, dict) else None
