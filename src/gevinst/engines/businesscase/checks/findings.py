"""All checks of a case, the gravest first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from gevinst.engines.businesscase.calculus.result import Result
from gevinst.engines.businesscase.checks import (
    counting,
    evidence,
    figures,
    outlook,
    over_lines,
    own_hours,
    printed_digits,
    printed_periods,
    printed_units,
)
from gevinst.engines.businesscase.checks.codes import Severity
from gevinst.engines.businesscase.notes import Note

OF_RESULT = (
    counting.counted_twice,
    over_lines.over_line,
    over_lines.residual_charged,
    counting.unlinked,
    evidence.not_stated,
    evidence.few_observed,
    own_hours.own_time,
    own_hours.dear_hours,
    evidence.loose_methods,
    outlook.others_pay,
    outlook.lasting,
    outlook.open_to_doubt,
    figures.cumulative_as_annual,
    figures.different_windows,
    printed_units.unstated_count,
    printed_units.percent_or_points,
    printed_periods.year_or_to_date,
)


def findings(result: Result, computed: Mapping[str, Decimal | None] | None = None) -> list[Note]:
    """What the checks find in a case worked out, errors first.

    `computed` is what each published figure (by id) comes to in the model, where that is known.
    """
    found = [each for check in OF_RESULT for each in check(result)]
    found += printed_digits.transposed(result, computed or {})
    found += printed_digits.reused_share(result, computed or {})
    return in_order(found)


def in_order(notes: Iterable[Note]) -> list[Note]:
    """Notes by severity: errors, warnings, information."""
    order = list(Severity)
    return sorted(notes, key=lambda each: order.index(Severity(str(each.facts["severity"]))))
