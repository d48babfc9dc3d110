"""The distribution of what risks may cost: against brute force, and what holds of every one."""

from __future__ import annotations

import random
from decimal import Decimal
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gevinst.engines.businesscase.estimators import WEIGHTS, ThreePoint
from gevinst.engines.businesscase.estimators.three_point import Kind
from gevinst.engines.businesscase.risk import Distribution, Risk, distribution, expected
from gevinst.engines.businesscase.risk.distribution import width
from gevinst.engines.businesscase.risk.outcomes import of_risk, on_grid

KINDS: tuple[Kind, ...] = ("triangular", "pert", "successive")
points = st.lists(st.decimals(0, 1000, places=2), min_size=3, max_size=3).map(sorted)
risk_values = st.builds(
    lambda p, three, kind: Risk("r", "", p, ThreePoint(*three, kind)),
    st.decimals(0, "0.99", places=2),
    points,
    st.sampled_from(KINDS),
)
few_risks = st.lists(risk_values, max_size=4)


def certain(amount: str, probability: str) -> Risk:
    """A risk of one possible size."""
    return Risk(amount, "", Decimal(probability), ThreePoint(*[Decimal(amount)] * 3))


def enumerated(risks: list[Risk]) -> dict[Fraction, Fraction]:
    """Every combination of every outcome, by brute force: the total and its probability."""
    each = []
    for risk in risks:
        p, weights = Fraction(risk.probability), WEIGHTS[risk.consequence.kind]
        happened = [
            (x, p * w / sum(weights)) for x, w in zip(risk.consequence.points, weights, strict=True)
        ]
        each.append([(Fraction(0), 1 - p), *happened])
    totals: dict[Fraction, Fraction] = {}
    for combination in product(*each):
        total = sum((amount for amount, _ in combination), start=Fraction(0))
        chance = Fraction(1)
        for _, share in combination:
            chance *= share
        totals[total] = totals.get(total, Fraction(0)) + chance
    return totals


@given(few_risks)
@settings(max_examples=50, deadline=None)
def test_every_coverage_is_that_of_brute_force(risks: list[Risk]) -> None:
    told, totals = distribution(risks), enumerated(risks)
    for amount in sorted(totals)[:: max(len(totals) // 10, 1)]:
        share = sum(chance for total, chance in totals.items() if total <= amount)
        exact = Decimal(amount.numerator) / amount.denominator
        assert told.share(exact) == share


@given(few_risks, st.decimals("0.01", 1, places=2))
@settings(max_examples=50, deadline=None)
def test_every_quantile_is_that_of_brute_force(risks: list[Risk], p: Decimal) -> None:
    running = Fraction(0)
    for amount, chance in sorted(enumerated(risks).items()):
        running += chance
        if running >= Fraction(p):
            assert Fraction(distribution(risks).quantile(p)) == amount
            return


@given(
    st.lists(risk_values, max_size=7), st.none() | st.sampled_from([Decimal(50), Decimal("0.5")])
)
@settings(max_examples=40, deadline=None)
def test_the_mean_is_the_pool_and_all_outcomes_are_one(
    risks: list[Risk], step: Decimal | None
) -> None:
    told = distribution(risks, step)
    assert told.mean == expected(risks)
    assert told.share(told.highest) == 1
    assert told.share(told.smallest - 1) == 0


@given(few_risks, st.decimals(-10, 5000, places=2), st.decimals(-10, 5000, places=2))
def test_more_money_never_covers_less(risks: list[Risk], one: Decimal, other: Decimal) -> None:
    told = distribution(risks)
    assert told.coverage(min(one, other)) <= told.coverage(max(one, other))


@given(few_risks, st.decimals("0.01", 1, places=2))
def test_a_quantile_covers_its_share_and_no_less_does(risks: list[Risk], p: Decimal) -> None:
    told = distribution(risks)
    amount = told.quantile(p)
    assert told.share(amount) >= Fraction(p)
    assert told.share(amount - Decimal("0.01")) < Fraction(p)


@given(points, st.sampled_from(KINDS))
def test_three_discrete_points_spread_no_less_than_the_curve_behind(
    three: list[Decimal], kind: Kind
) -> None:
    curve = ThreePoint(*three, kind)
    weights = WEIGHTS[kind]
    squares = sum(w * (x - curve.mean) ** 2 for x, w in zip(curve.points, weights, strict=True))
    assert squares / sum(weights) >= curve.variance


@pytest.mark.parametrize(
    ("amount", "covers"),
    [("-1", "0"), ("0", "0.4"), ("99.99", "0.4"), ("100", "0.8"), ("250", "0.9"), ("350", "1")],
)
def test_two_risks_worked_by_hand(amount: str, covers: str) -> None:
    # nothing 0.8 x 0.5; 100 alone 0.8 x 0.5; 250 alone 0.2 x 0.5; both 0.2 x 0.5
    told = distribution([certain("250", "0.2"), certain("100", "0.5")])
    assert told.coverage(Decimal(amount)) == Decimal(covers)


def test_no_risks_cost_nothing_for_certain() -> None:
    told = distribution(
        [Risk("a", "", Decimal("0.5"), ThreePoint(*[Decimal(9)] * 3), status="expired")]
    )
    assert (told.mean, told.highest, told.quantile(Decimal(1)), told.coverage(Decimal(0))) == (
        0,
        0,
        0,
        1,
    )


def test_the_curve_runs_from_nothing_to_all() -> None:
    told = distribution([certain("100", "0.25"), certain("300", "0.5")]).curve(5)
    assert told == [
        (Decimal(0), Decimal("0.375")),
        (Decimal(100), Decimal("0.5")),
        (Decimal(200), Decimal("0.5")),
        (Decimal(300), Decimal("0.875")),
        (Decimal(400), Decimal(1)),
    ]


def log_of(n: int) -> list[Risk]:
    """Unlike risks, the same each time."""
    numbers = random.Random(4)
    return [
        Risk(
            str(at),
            "",
            Decimal(numbers.randrange(1, 99)) / 100,
            ThreePoint(*sorted(Decimal(numbers.randrange(10**5, 10**9)) / 100 for _ in range(3))),
        )
        for at in range(n)
    ]


@pytest.mark.parametrize(("n", "exact"), [(12, True), (13, False)])
def test_up_to_twelve_risks_are_exact(n: int, exact: bool) -> None:
    told = distribution(log_of(n))
    assert (told.step is None) == exact
    assert told.mean == expected(log_of(n))
    assert told.share(told.highest) == 1


def test_the_grid_tells_what_the_exact_tells_to_a_step() -> None:
    log = log_of(8)
    exact, grid = distribution(log), distribution(log, width(log))
    assert grid.step == 20_000
    for p in ("0.5", "0.8", "0.9"):
        assert abs(exact.quantile(Decimal(p)) - grid.quantile(Decimal(p))) <= 8 * grid.step


def test_a_grid_that_all_amounts_stand_on_is_exact() -> None:
    log = [certain("250", "0.2"), certain("100", "0.5")]
    shares = [distribution(log, step).curve() for step in (None, Decimal(50))]
    assert shares[0] == shares[1]


@pytest.mark.parametrize(
    ("most", "step"),
    [("0", "1"), ("4000", "1"), ("4001", "2"), ("20000", "5"), ("20001", "10"), ("9e6", "5000")],
)
def test_the_width_is_the_next_even_one(most: str, step: str) -> None:
    assert width([certain(most, "0.5")]) == Decimal(step)


def test_outcomes_of_equal_points_are_one() -> None:
    assert of_risk(certain("7", "0.5"), 0) == {0: 3, 7: 3}
    assert on_grid({0: 3, 7: 3}, 7) == {0: 21, 7: 21}


@pytest.mark.parametrize("p", ["0", "1.01", "-0.5"])
def test_a_quantile_is_asked_at_a_share(p: str) -> None:
    told: Distribution = distribution([certain("1", "0.5")])
    with pytest.raises(ValueError, match="above 0 and at most 1"):
        told.quantile(Decimal(p))


def test_a_grid_has_a_width() -> None:
    with pytest.raises(ValueError, match="width above 0"):
        distribution([], Decimal(0))
