"""What holds of every sharing: parties sum to the whole, transfers move money and make none."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gevinst.engines.businesscase.sharing import (
    Line,
    Shares,
    StepDown,
    Transfer,
    by_party,
    loan,
    shapley,
)
from gevinst.engines.money import half_up

YEARS = 4
PARTIES = ("a", "b", "c")
amounts = st.tuples(*[st.decimals(-(10**7), 10**7, places=4)] * YEARS)


@st.composite
def shares(draw: st.DrawFn) -> Shares:
    years = []
    for _ in range(draw(st.integers(1, YEARS))):
        weights = draw(st.lists(st.integers(0, 97), min_size=3, max_size=3).filter(any))
        exact = [Fraction(each, sum(weights)) for each in weights]
        years.append(dict(zip(PARTIES, exact, strict=True)))
    return Shares.by_year(years)


@st.composite
def lines(draw: st.DrawFn) -> Line:
    sharing = draw(shares())
    if draw(st.booleans()):
        sharing = StepDown(sharing, draw(shares()), recouped=draw(st.sampled_from(PARTIES)))
    kind = draw(st.sampled_from(["cost", "benefit"]))
    return Line("line", kind, draw(amounts), sharing)


@st.composite
def transfers(draw: st.DrawFn) -> Transfer:
    one, other = draw(amounts), draw(amounts)
    rest = tuple(-a - b for a, b in zip(one, other, strict=True))
    return Transfer("moved", "charge", dict(zip(PARTIES, (one, other, rest), strict=True)))


@given(st.lists(lines(), min_size=1, max_size=4), st.lists(transfers(), max_size=2))
def test_the_parties_sum_to_the_net_of_the_case_to_the_ore(
    given_lines: list[Line], moved: list[Transfer]
) -> None:
    split = by_party(given_lines, first_year=2025, transfers=moved)
    for year in range(YEARS):
        net = sum((line.sign * line.amounts[year] for line in given_lines), Decimal(0))
        assert sum(row[year] for row in split.net.values()) == half_up(net)
        assert split.total[year] == half_up(net)


@given(st.lists(lines(), min_size=1, max_size=3))
def test_a_perspective_and_its_complement_are_the_whole(given_lines: list[Line]) -> None:
    split = by_party(given_lines, first_year=2025)
    one, rest = split.cumulative({"a"}), split.cumulative({"b", "c"})
    assert tuple(x + y for x, y in zip(one, rest, strict=True)) == split.cumulative(PARTIES)


@given(
    st.decimals(1, 10**7, places=2),
    st.decimals(0, "0.2", places=4),
    st.integers(1, 9),
    st.integers(0, 3),
)
def test_a_loan_sums_to_zero_over_its_parties(
    principal: Decimal, rate: Decimal, years: int, paid_out: int
) -> None:
    lent = loan(
        "x", principal, rate, years, lender="a", borrower="b", horizon=13, paid_out=paid_out
    )
    assert all(one == -other for one, other in zip(*lent.by_party.values(), strict=True))
    assert sum(lent.by_party["a"]) >= 0


worths = st.lists(st.integers(-1000, 1000), min_size=16, max_size=16)


def of(worth: list[int]) -> object:
    return lambda group: worth[sum(1 << "abcd".index(each) for each in group)]


@given(worths)
def test_shapley_values_are_the_mean_over_every_order(worth: list[int]) -> None:
    value, mean = of(worth), dict.fromkeys("abcd", Fraction(0))
    for order in permutations("abcd"):
        for place, party in enumerate(order):
            before = frozenset(order[:place])
            mean[party] += Fraction(value(before | {party}) - value(before), 24)
    assert shapley("abcd", value) == mean
    assert sum(mean.values()) == worth[15] - worth[0]


@given(st.lists(st.integers(0, 100), min_size=6, max_size=6))
def test_parties_that_add_the_same_get_the_same(by_size: list[int]) -> None:
    values = shapley("abcde", lambda group: by_size[len(group)])
    assert set(values.values()) == {Fraction(by_size[5] - by_size[0], 5)}


def test_twelve_parties_are_shared_and_thirteen_refused() -> None:
    twelve = [f"p{number}" for number in range(12)]
    asked = []

    def worth(group: frozenset[str]) -> int:
        asked.append(group)
        return len(group) ** 2

    assert set(shapley(twelve, worth).values()) == {Fraction(12)}
    assert len(asked) == 2**12
    with pytest.raises(ValueError, match="13 parties"):
        shapley([*twelve, "one more"], worth)


def test_a_party_named_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="each once"):
        shapley(["a", "a"], len)


def test_nobody_shares_nothing() -> None:
    assert shapley([], len) == {}
