"""What one check of a published figure comes to: the value from the model, and whether it is a hit."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from gevinst.engines.businesscase.figures.display import Display, Qualifier
from gevinst.engines.businesscase.figures.formula import FormulaError
from gevinst.engines.businesscase.figures.hits import hits
from gevinst.engines.businesscase.figures.interval import Interval
from gevinst.engines.businesscase.figures.judging import ruled
from gevinst.engines.businesscase.figures.matching import matches, overlaps
from gevinst.engines.businesscase.figures.power import Power, is_identity, strength
from gevinst.engines.businesscase.figures.published import Published
from gevinst.engines.businesscase.figures.sweep import sweep_all
from gevinst.engines.businesscase.figures.tolerance import scalar
from gevinst.engines.businesscase.figures.verdict import Check as Judged
from gevinst.engines.businesscase.figures.verdict import How, Reproduces
from gevinst.engines.businesscase.model.published_figure import Check, PublishedFigure
from gevinst.engines.businesscase.proof.case_formula import CaseFormula
from gevinst.engines.businesscase.proof.names import is_result
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


def expected(figure: PublishedFigure, check: Check) -> Any:
    """What the check's formula should give: its own `expects`, else the printed figure."""
    return figure.value if check.expects is None else check.expects


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
    point, near = _hit(figure, check, computed, swept)
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
        _power(figure, check, workings, over),
        check.reason or reason,
    )


def _hit(
    figure: PublishedFigure, check: Check, computed: Any, swept: tuple[Interval, ...]
) -> tuple[bool, bool]:
    told, number = standing_for(figure, check), scalar(computed)
    if told is None:
        wanted, tolerance = expected(figure, check), check.tolerance or 0
        point = matches(computed, wanted, tolerance)
        return point, point or overlaps(swept, wanted, tolerance)
    if number is None:
        return False, False
    found = hits(number, swept[0] if swept else None, told)
    return found.point, found.interval


def standing_for(figure: PublishedFigure, check: Check) -> Interval | None:
    """Every true value the printed figure stands for; None where a tolerance or another value is given."""
    given = check.expects is not None or check.tolerance is not None
    if given or figure.value is None or isinstance(figure.value, bool):
        return None
    if not isinstance(figure.value, tuple):
        return _published(figure, figure.value).interval()
    low, *high = figure.value
    is_range = figure.qualifier == Qualifier.RANGE and len(high) == 1
    return _published(figure, low, high[0]).interval() if is_range else None


def _published(figure: PublishedFigure, value: Decimal, high: Decimal | None = None) -> Published:
    return Published(
        value,
        figure.decimals,
        Qualifier(figure.qualifier),
        figure.unit,
        high,
        Display(figure.display),
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


def _power(
    figure: PublishedFigure, check: Check, workings: Workings, over: tuple[Interval, ...]
) -> Power:
    wanted = expected(figure, check)
    told = standing_for(figure, check)
    tolerance = check.tolerance or 0 if told is None else told.width / 2
    if is_identity(check.formula.tree, wanted) and not _worked_out(check, workings):
        return Power.IDENTITY
    return strength(wanted, tolerance, over)


def _worked_out(check: Check, workings: Workings) -> bool:
    """Whether a name in the formula stands for more than a number as it was given."""
    held = workings.case.assumptions
    return any(
        is_result(name) or (name in held and held[name].formula is not None)
        for name in check.formula.names
        if name not in check.inputs
    )
