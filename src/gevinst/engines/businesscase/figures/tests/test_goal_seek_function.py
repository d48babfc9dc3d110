"""Goal seek over a plain function: stretches that meet a wish, places without a value, several answers."""

from __future__ import annotations

from decimal import Decimal

import pytest

from gevinst.engines.businesscase.figures.interval import Interval
from gevinst.engines.businesscase.figures.seek import seek

FROM_TEN = Interval(Decimal(10), Decimal("Infinity"))
GRID = [Decimal(n) for n in range(0, 21)]


def ends(grid: list[Decimal], value: object, wanted: Interval = FROM_TEN) -> list[tuple[int, int]]:
    found = seek("x", value, wanted, Decimal(10), grid)  # type: ignore[arg-type]
    return [(round(each.low), round(each.high)) for each in found.intervals]


@pytest.mark.parametrize(
    ("value", "stretches"),
    [
        (lambda x: x * 2, [(5, 20)]),
        (lambda x: 30 - x * 2, [(0, 10)]),
        (lambda x: abs(x - 10) + 5, [(0, 5), (15, 20)]),
        (lambda x: x * 0, []),
        (lambda x: None, []),
        (lambda x: x if x < 15 else None, [(10, 15)]),
    ],
)
def test_every_stretch_that_meets_the_wish_is_found(
    value: object, stretches: list[tuple[int, int]]
) -> None:
    assert ends(GRID, value) == stretches


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (lambda x: x, None),
        (lambda x: Decimal(0), "no-solution"),
        (lambda x: abs(x - 10) + 5, "several-solutions"),
    ],
)
def test_none_and_several_are_said(value: object, code: str | None) -> None:
    found = seek("x", value, FROM_TEN, Decimal(10), GRID)  # type: ignore[arg-type]
    assert (found.note and found.note.code) == code


def test_a_wish_with_two_ends_has_a_point_between_them() -> None:
    wanted = Interval(Decimal("9.5"), Decimal("10.5"))
    found = seek("x", lambda x: 2 * x, wanted, Decimal(10), [Decimal(0), Decimal(7)])
    assert found.point is not None
    assert round(found.point, 9) == 5
    assert found.interval is not None
    assert (round(found.interval.low, 6), round(found.interval.high, 6)) == (
        Decimal("4.75"),
        Decimal("5.25"),
    )


@pytest.mark.parametrize("grid", [[], [Decimal(1)], [Decimal(2), Decimal(1)]])
def test_a_grid_must_rise(grid: list[Decimal]) -> None:
    with pytest.raises(ValueError, match="must rise"):
        seek("x", lambda x: x, FROM_TEN, Decimal(10), grid)
