"""The uncertain assumptions of a case as spreads with their distributions."""

from __future__ import annotations

from gevinst.engines.businesscase.model.case import Case
from gevinst.engines.businesscase.uncertainty.spreads import Distribution, Spread


def spreads(case: Case, reading: str = "") -> list[Spread]:
    """The assumptions that have a low and a high, with their distributions; a series varies as a factor."""
    return [
        Spread(
            each.name,
            float(each.low or 0),
            float(each.likely),
            float(each.high or 0),
            _distribution(each.distribution),
            each.unit,
        )
        for each in case.under(reading).assumptions.values()
        if each.varies and each.formula is None
    ]


def _distribution(name: str) -> Distribution:
    known: dict[str, Distribution] = {
        "triangular": "triangular",
        "pert": "pert",
        "uniform": "uniform",
        "normal": "normal",
        "discrete": "discrete",
    }
    return known.get(name, "fixed")
