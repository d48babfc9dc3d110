"""The chart of months: at least a year of them, up to the last one held."""

from __future__ import annotations

from datetime import date

import pytest

from gevinst.features.benefits.web import figures


@pytest.mark.parametrize(
    ("held", "first", "last", "count"),
    [
        ({date(2026, 11, 1)}, date(2025, 12, 1), date(2026, 11, 1), 12),
        ({date(2026, 1, 1), date(2026, 3, 1)}, date(2025, 4, 1), date(2026, 3, 1), 12),
        ({date(2024, 12, 1), date(2026, 1, 1)}, date(2024, 12, 1), date(2026, 1, 1), 14),
    ],
)
def test_the_axis_holds_a_year_or_everything(held, first, last, count) -> None:
    axis = figures._axis(held)
    assert (axis[0], axis[-1], len(axis)) == (first, last, count)


def test_no_months_draw_nothing() -> None:
    assert figures.month_chart([], "Timer") == ""
