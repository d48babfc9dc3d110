"""Judging a published figure: its formula worked out, swept over the roundings, and set beside the print."""

from __future__ import annotations

import re
from decimal import Context, Decimal, localcontext
from typing import Any

from gevinst.engines.businesscase.figures.formula import parse
from gevinst.engines.businesscase.figures.matching import matches, one_end, overlaps
from gevinst.engines.businesscase.figures.power import power_of
from gevinst.engines.businesscase.figures.sweep import sweep_all
from gevinst.engines.businesscase.figures.tolerance import printed_range, scalar
from gevinst.engines.businesscase.figures.verdict import Check, How, Reproduces, Verdict


def judge(check: Check) -> Verdict:
    """The verdict on one check.

    Raises: FormulaError where the formula cannot be read or worked out.

    >>> judge(Check("100*(a/b-1)", {"a": 72, "b": 69}, Decimal("4.3"), Decimal("0.05"))).how
    <How.POINT: 'point'>
    """
    formula = parse(check.formula)
    computed = formula.value(check.inputs)
    swept = tuple(sweep_all(formula, check.inputs, check.intervals)) if check.intervals else ()
    if check.published is None:
        return Verdict(Reproduces.IMPLIED, How.DERIVED, computed, swept)
    point = matches(computed, check.published, check.tolerance)
    hit = point or overlaps(swept, check.published, check.tolerance)
    how = How.POINT if point else How.ROUNDING_INTERVAL if hit else How.NONE
    if not hit and one_end(computed, check.published, check.tolerance):
        how = How.PART_OF_RANGE
    reproduces, how, reason = ruled(check, how)
    ends = printed_range(check.published) if scalar(computed) is not None else None
    over = (ends,) if ends else swept if hit and not point else ()
    power = power_of(formula.tree, check.published, check.tolerance, over)
    deviation = _deviation(computed, check.published)
    return Verdict(reproduces, how, computed, swept, deviation, power, reason)


def ruled(check: Check, how: How) -> tuple[Reproduces, How, str]:
    """What a hit (or `none`) comes to in the light of what the check assumes, with the reason."""
    if how is How.NONE:
        return Reproduces.NO, how, ""
    if how is How.PART_OF_RANGE:
        return Reproduces.AMBIGUOUS, how, "only one end of the printed range follows"
    if check.circular:
        reason = "a number in the formula was solved from this same figure"
        return Reproduces.AMBIGUOUS, How.SOLVED_FOR, reason
    if check.assumptions:
        return Reproduces.AMBIGUOUS, How.UNDER_ASSUMPTION, "; ".join(check.assumptions)
    if unit_is_open(check.figure, check.unit):
        reason = (
            "the text says percent where the figure is read as percentage points, or the reverse"
        )
        return Reproduces.AMBIGUOUS, how, reason
    return Reproduces.YES, how, ""


def unit_is_open(figure: str, unit: str) -> bool:
    """Whether the words of a figure say percent and its unit percentage points, or the reverse.

    >>> unit_is_open("3-4 percent", "pp"), unit_is_open("relative gain 4.3", "%")
    (True, False)
    """
    points = r"\b(percentage points?|procentpoint|pp)\b"
    says_points = re.search(points, figure, re.IGNORECASE) is not None
    says_percent = (
        not says_points and re.search(r"%|\b(percent|procent)\b", figure, re.I) is not None
    )
    as_points = re.search(points, unit, re.IGNORECASE) is not None
    as_percent = unit.strip().lower() in {"%", "percent", "procent"}
    return (says_percent and as_points) or (says_points and as_percent)


def _deviation(computed: Any, published: Any) -> Decimal | None:
    number, printed = scalar(computed), scalar(published)
    if number is None or printed is None:
        return None
    with localcontext(Context(prec=50)):
        return number - printed
