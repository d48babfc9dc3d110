"""What one check of a published figure comes to: the value from the model, and whether it is a hit."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from gevinst.engines.businesscase.figures.formula import FormulaError
from gevinst.engines.businesscase.figures.interval import Interval
from gevinst.engines.businesscase.figures.judging import ruled
from gevinst.engines.businesscase.figures.power import Power
from gevinst.engines.businesscase.figures.sweep import sweep_all
from gevinst.engines.businesscase.figures.tolerance import scalar
from gevinst.engines.businesscase.figures.verdict import Check as Judged
from gevinst.engines.businesscase.figures.verdict import How, Reproduces
from gevinst.engines.businesscase.model.published_figure import Check, PublishedFigure
from gevinst.engines.businesscase.proof.case_formula import CaseFormula
from gevinst.engines.businesscase.proof.hit import expected, hit
from gevinst.engines.businesscase.proof.hit_power import power_of_check
from gevinst.engines.businesscase.proof.workings import WIDE, Workings


@dataclass(frozen=True, slots=True)
class CheckOutcome:
    """One check worked out through the model.

    `deviation` is computed less printed; `interval` is where the value may lie, given what the printed
    inputs stand for; `reason` is the file's own words where it has any; `fault` says why there is no value.
    """

    check: Check
    computed: Any
    reproduces: Reproduces
    how: How
    interval: tuple[Interval, ...] = ()
    deviation: Decimal | None = None
    power: Power | None = None
    reason: str = ""
    fault: str = ""


def judged(figure: PublishedFigure, check: Check, workings: Workings) -> CheckOutcome:
    """The outcome of one check of a figure; one that cannot be worked out is a miss that says why."""
    formula = CaseFormula(check, workings)
    try:
        computed = formula.value({})
        swept = _swept(formula)
    except FormulaError as error:
        return CheckOutcome(
            check, None, Reproduces.NO, How.NONE, reason=check.reason, fault=str(error)
        )
    if expected(figure, check) is None:
        return CheckOutcome(
            check, computed, Reproduces.IMPLIED, How.DERIVED, swept, reason=check.reason
        )
    return _against_print(figure, check, workings, computed, swept)


def _swept(formula: CaseFormula) -> tuple[Interval, ...]:
    intervals = formula.intervals()
    if not intervals:
        return ()
    held = formula.workings.case.under(formula.check.reading).assumptions
    start = {
        name: formula.check.inputs[name] if name in formula.check.inputs else held[name].value
        for name in intervals
        if name in formula.names
    }
    return tuple(sweep_all(formula, start, intervals))


def _against_print(
    figure: PublishedFigure,
    check: Check,
    workings: Workings,
    computed: Any,
    swept: tuple[Interval, ...],
) -> CheckOutcome:
    point, near = hit(figure, check, computed, swept)
    how = How.POINT if point else How.ROUNDING_INTERVAL if near else How.NONE
    reproduces, how, reason = _in_the_light(figure, check, workings, how)
    over = swept if near and not point else ()
    number, printed = scalar(computed), scalar(expected(figure, check))
    return CheckOutcome(
        check,
        computed,
        reproduces,
        how,
        swept,
        None if number is None or printed is None else WIDE.subtract(number, printed),
        power_of_check(figure, check, workings, over),
        check.reason or reason,
    )


def _in_the_light(
    figure: PublishedFigure, check: Check, workings: Workings, how: How
) -> tuple[Reproduces, How, str]:
    reading = workings.case.readings.get(check.reading)
    unsaid = () if reading is None or reading.stated else (reading.title,)
    base = Judged(
        check.formula.text,
        assumptions=(*unsaid, *check.assumptions),
        circular=check.circular,
        figure=figure.title,
        unit=figure.unit,
    )
    reproduces, how, reason = ruled(base, how)
    if reproduces is Reproduces.YES and check.part_of_range:
        said = "the claim is printed for the whole range and fails at another end of it"
        return Reproduces.AMBIGUOUS, How.PART_OF_RANGE, said
    return reproduces, how, reason
