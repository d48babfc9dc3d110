"""The score of a case on three dimensions, 0-3 each, with the figures each grade rests on."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from gevinst.engines.businesscase.readiness.grade import (
    TOP,
    Basis,
    Dimension,
    Grade,
    QualityIndicator,
)

_FEW, _MANY = Decimal("0.05"), Decimal("0.20")
_FAST, _SLOW = 2, 5


def time_grade(freed: Decimal | None, process: Decimal | None, basis: Basis) -> Grade:
    """The grade by hours freed of the hours the process takes, both in the same period.

    No hours freed is 0; less than 5% is 1; 5% to 20%, both included, is 2; more is 3. None where
    either is unknown. Raises `ValueError` for a process of no hours or more freed than it takes.

    >>> time_grade(Decimal(50), Decimal(1000), Basis.MEASURED).grade
    2
    """
    inputs: dict[str, object] = {"freed_hours": freed, "process_hours": process, "share": None}
    if freed is None or process is None:
        return Grade(Dimension.TIME, None, basis, inputs)
    if process <= 0:
        raise ValueError(f"a process of {process} hours; write how many hours it takes by hand")
    if freed > process:
        raise ValueError(f"{freed} hours freed of a process that takes {process}; check the period")
    share = freed / process
    # Compared as products, so that a border is met exactly.
    over = (freed > 0, freed >= _FEW * process, freed > _MANY * process)
    return Grade(Dimension.TIME, sum(over), basis, {**inputs, "share": share})


def economy_grade(payback_years: Decimal | None, basis: Basis, *, never: bool = False) -> Grade:
    """The grade by payback in years from the start of the project; `never` is no payback at all.

    None is 0; more than 5 years is 1; 2 to 5, both included, is 2; less is 3. None where it is
    unknown. Raises `ValueError` for years below 0, and for years that never come.

    >>> economy_grade(Decimal("4.81"), Basis.EXPECTED).grade
    2
    """
    inputs = {"payback_years": payback_years, "never": never}
    if never and payback_years is not None:
        raise ValueError(
            f"a payback of {payback_years} years that never comes; give one of the two"
        )
    if never:
        return Grade(Dimension.ECONOMY, 0, basis, inputs)
    if payback_years is None:
        return Grade(Dimension.ECONOMY, None, basis, inputs)
    if payback_years < 0:
        raise ValueError(f"a payback of {payback_years} years; write 0 or more")
    grade = 1 + (payback_years <= _SLOW) + (payback_years < _FAST)
    return Grade(Dimension.ECONOMY, grade, basis, inputs)


def quality_grade(indicators: Sequence[QualityIndicator]) -> Grade:
    """The grade by how many indicators are better, three or more being 3; None without indicators.

    Only the measured ones count as soon as one is measured; else the grade is of what is expected.

    >>> errors = QualityIndicator("errors", "%", Decimal(4), Decimal(1), False, Basis.MEASURED)
    >>> quality_grade([errors]).grade
    1
    """
    measured = [one for one in indicators if one.basis is Basis.MEASURED]
    counted = measured or list(indicators)
    better = tuple(one.name for one in counted if one.improved)
    basis = Basis.MEASURED if measured else Basis.EXPECTED
    inputs = {"improved": better, "counted": len(counted)}
    grade = min(len(better), TOP) if counted else None
    return Grade(Dimension.QUALITY, grade, basis, inputs)
