"""Actual amounts as DKK, and what the terms of a line tell of a difference."""

from __future__ import annotations

from decimal import Decimal

from gevinst.engines.businesscase.calculus.deviations import Explained, explained
from gevinst.engines.businesscase.calculus.effects import effects
from gevinst.engines.businesscase.calculus.result import Result
from gevinst.features.benefits.queries.following.actuals import Known


def measurable(result: Result) -> list[str]:
    """The ids of the lines whose actual amounts tell something, in the order of the case."""
    return list(dict.fromkeys(name for each in effects(result) for name in each.measured_on))


def amounts_of(result: Result, known: Known) -> dict[str, dict[int, Decimal]]:
    """DKK by line and year: as written, else the product of the terms that are."""
    found: dict[str, dict[int, Decimal]] = {}
    lines = {line.id: line for line in result.case.lines}
    for (name, year), terms in known.items():
        if name not in lines or year not in result.years:
            continue
        if "" in terms:
            found.setdefault(name, {})[year] = terms[""].value
            continue
        came = {term: one.value for term, one in terms.items()}
        told = explained(result.case, lines[name], year, came)
        if told is not None:
            found.setdefault(name, {})[year] = told.product
    return found


def why_of(result: Result, known: Known) -> list[Explained]:
    """What the terms of each line and year tell of the difference."""
    lines = {line.id: line for line in result.case.lines}
    found = []
    for (name, year), terms in sorted(known.items()):
        if name in lines:
            came = {term: one.value for term, one in terms.items() if term}
            dkk = terms[""].value if "" in terms else None
            found.append(explained(result.case, lines[name], year, came, dkk))
    return [one for one in found if one is not None]
