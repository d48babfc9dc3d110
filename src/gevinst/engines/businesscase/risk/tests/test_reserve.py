"""An amount set by hand against what the risks may cost."""

from __future__ import annotations

from decimal import Decimal

import pytest

from gevinst.engines.businesscase.estimators import ThreePoint
from gevinst.engines.businesscase.risk import Risk, distribution, reserve


def log() -> list[Risk]:
    """100 at a half, with mitigation of 7, and 300 at a fifth: a pool of 110."""
    year = {2024: Decimal(1)}
    sizes = [("a", "0.5", 100, 7), ("b", "0.2", 300, 0)]
    return [
        Risk(name, "", Decimal(p), ThreePoint(*[Decimal(c)] * 3), "", "", year, Decimal(m))
        for name, p, c, m in sizes
    ]


@pytest.mark.parametrize(
    ("amount", "covers", "codes"),
    [
        (0, "0.4", ["reserve-covers-little"]),
        (100, "0.8", []),  # the half and the eight tenths of the outcomes
        (110, "0.8", []),  # the pool itself
        (117, "0.8", ["mitigation-in-pool"]),
        (150, "0.8", ["flat-rate-buffer"]),
        (151, "0.8", ["flat-rate-buffer"]),  # rounded to look even
        (152, "0.8", []),
        (200, "0.8", ["flat-rate-buffer"]),
        (300, "0.9", []),
        (400, "1", []),
    ],
)
def test_what_an_amount_covers_and_how_it_was_set(
    amount: int, covers: str, codes: list[str]
) -> None:
    told = reserve(Decimal(amount), log(), project_cost=Decimal(1000))
    assert told.covers == Decimal(covers)
    assert [note.code for note in told.notes] == codes


def test_the_pool_and_the_levels_stand_beside() -> None:
    told = reserve(Decimal(110), log())
    assert (told.pool, told.p50, told.p80, told.p90) == (110, 100, 100, 300)


def test_a_pool_that_happens_to_be_a_tenth_is_no_flat_rate() -> None:
    assert not reserve(Decimal(110), log(), project_cost=Decimal(1100)).notes


def test_without_the_cost_no_rate_is_seen() -> None:
    assert not reserve(Decimal(200), log()).notes


def test_a_distribution_made_before_is_used() -> None:
    other = distribution(log()[:1])
    assert reserve(Decimal(100), log(), known=other).covers == 1


def test_a_reserve_is_not_negative() -> None:
    with pytest.raises(ValueError, match="give 0 or more"):
        reserve(Decimal(-1), log())
