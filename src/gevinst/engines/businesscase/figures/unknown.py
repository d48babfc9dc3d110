"""A formula seen along its unknown: its value there, and whether that meets the figure."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from gevinst.engines.businesscase.figures.answers import flat
from gevinst.engines.businesscase.figures.formula import Formula, FormulaError
from gevinst.engines.businesscase.figures.interval import Interval
from gevinst.engines.businesscase.figures.published import Published
from gevinst.engines.businesscase.figures.search import Search
from gevinst.engines.businesscase.figures.sweep import sweep


def meets_print(
    formula: Formula, inputs: Mapping[str, Any], moving: Mapping[str, Interval], printed: Interval
) -> bool:
    """Whether the formula, its moving inputs swept, meets what was printed."""
    try:
        return sweep(formula, inputs, moving).meets(printed)
    except FormulaError:
        return False


def check_unknown(formula: Formula, unknown: str, bounds: tuple[Decimal, Decimal] | None) -> None:
    """Raises: ValueError where the unknown is not in the formula or the bounds are the wrong way round."""
    if unknown not in formula.names:
        known = ", ".join(sorted(formula.names)) or "no names"
        raise ValueError(f"{unknown} is not in the formula {formula.text}; expected one of {known}")
    if bounds and not bounds[0] < bounds[1]:
        raise ValueError(f"bounds {bounds[0]} to {bounds[1]}; expected the low one first")


def along(
    formula: Formula,
    unknown: str,
    known: Mapping[str, Any],
    target: Published,
    moving: Mapping[str, Interval],
) -> Search:
    """The search of a formula along its unknown, the other inputs as known."""
    printed = target.interval()

    @functools.cache
    def value(x: Decimal) -> Decimal | None:
        try:
            found = flat(formula.value({**known, unknown: x}))
        except FormulaError:
            return None
        return found[0] if len(found) == 1 else None

    @functools.cache
    def meets(x: Decimal) -> bool:
        return meets_print(formula, {**known, unknown: x}, moving, printed)

    inside = target.high is None and printed.low < target.value < printed.high
    return Search(value, meets, target.value if inside else (printed.low + printed.high) / 2)
