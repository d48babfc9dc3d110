"""An authority's own reference class: what its finished projects cost against what was estimated for them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from gevinst.engines.businesscase.calculus.result import Result
from gevinst.engines.businesscase.model.phases import Phase, phase
from gevinst.engines.businesscase.parameters import number
from gevinst.engines.businesscase.risk import OwnRegister
from gevinst.features.benefits.models import BusinessCase
from gevinst.features.benefits.queries.cases.results import evaluated

ZERO = Decimal(0)
MOST = 500


def enough(on: date) -> int:
    """From how many finished projects an authority is its own reference class."""
    return int(number("reference-class-size", on))


def own_register(authority_id: int, name: str, today: date) -> OwnRegister:
    """The ratios of the authority's closed cases, by what their projects cost (operation is not counted)."""
    rows = BusinessCase.objects.filter(authority_id=authority_id).order_by("-changed_at", "-pk")
    texts = rows.values_list("text", flat=True)[:MOST]
    ratios = (_ratio(evaluated(text).result, today) for text in texts)
    return OwnRegister(name, tuple(ratio for ratio in ratios if ratio is not None))


def _ratio(result: Result | None, today: date) -> Decimal | None:
    """Actual over estimated cost of a case whose years are over and whose costs are all known; else None."""
    if result is None or result.case.last >= today.year:
        return None
    estimated = actual = ZERO
    for each in result.lines.values():
        line = each.line
        if line.scenario != "1" or phase(line.place) is Phase.OPERATION:
            continue
        planned = {year: dkk for year, dkk in zip(result.case.years, each.dkk, strict=True) if dkk}
        if not planned.keys() <= line.actuals.keys():
            return None
        estimated += sum(planned.values(), ZERO)
        actual += sum(line.actuals.values(), ZERO)
    return actual / estimated if estimated > 0 and actual > 0 else None
