"""Shares that change: by year, stepped down, ended by an exit date; and what is refused."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from gevinst.engines.businesscase.sharing import (
    Exit,
    Key,
    Line,
    Shares,
    StepDown,
    Tiers,
    Transfer,
    by_party,
    loan,
    paid,
)

OWN = Shares.constant({"department": 1})
QUARTER = Shares.constant({"department": "0.25", "fund": "0.75"})


def row(*amounts: object) -> tuple[Decimal, ...]:
    return tuple(Decimal(str(each)) for each in amounts)


def fund(
    sharing: object, costs: tuple[Decimal, ...], *others: Line, volumes: tuple[Decimal, ...] = ()
) -> list[Decimal]:
    lines = [Line("lease", "cost", costs, sharing), *others]
    return list(by_party(lines, first_year=2024, volumes=volumes).net["fund"])


def test_shares_by_year_hold_on_after_the_last() -> None:
    falling = Shares.by_year([{"fund": "0.75", "town": "0.25"}, {"fund": "0.5", "town": "0.5"}])
    assert fund(falling, row(100, 100, 100)) == [-75, -50, -50]


@pytest.mark.parametrize(
    ("saved", "fund_pays"),
    [
        # 25 paid a year: recouped at the end of year 2, so the department pays alone from year 3.
        ((0, 50, 0, 0), [-75, -75, 0, 0]),
        ((25, 0, 0, 0), [-75, 0, 0, 0]),
        ((0, 0, 0, 0), [-75, -75, -75, -75]),
        ((0, 0, 75, 0), [-75, -75, -75, 0]),
    ],
)
def test_a_share_is_stepped_down_the_year_after_the_party_has_recouped(
    saved: tuple[int, ...], fund_pays: list[int]
) -> None:
    stepped = StepDown(QUARTER, OWN, recouped="department")
    care = Line("care", "benefit", row(*saved), OWN)
    assert fund(stepped, row(100, 100, 100, 100), care) == fund_pays


def test_a_share_stepped_down_never_steps_back() -> None:
    """After year 1 the department has recouped; a loss in year 2 changes nothing."""
    care = Line("care", "benefit", row(30, 0, 0), OWN)
    stepped = StepDown(QUARTER, OWN, recouped="department")
    assert fund(stepped, row(100, 100, 100), care) == [-75, 0, 0]


def test_a_party_that_nothing_has_moved_for_has_not_recouped() -> None:
    stepped = StepDown(QUARTER, OWN, recouped="department")
    assert fund(stepped, row(0, 100)) == [0, -75]


def test_a_party_yet_unknown_has_not_recouped() -> None:
    stepped = StepDown(QUARTER, OWN, recouped="region")
    assert fund(stepped, row(100, 100)) == [-75, -75]


@pytest.mark.parametrize(
    ("volumes", "fund_pays"),
    [
        ((50, 100, 101), [-75, -75, 0]),
        ((50, 101, 60), [-75, 0, 0]),
        ((50, 60, 100), [-75, -75, -75]),
    ],
)
def test_a_share_is_stepped_down_in_the_year_a_volume_is_passed(
    volumes: tuple[int, ...], fund_pays: list[int]
) -> None:
    stepped = StepDown(QUARTER, OWN, volume_above=Decimal(100))
    assert fund(stepped, row(100, 100, 100), volumes=row(*volumes)) == fund_pays


def test_the_first_of_two_conditions_counts() -> None:
    stepped = StepDown(QUARTER, OWN, recouped="department", volume_above=Decimal(100))
    care = Line("care", "benefit", row(25, 0, 0), OWN)
    assert fund(stepped, row(100, 100, 100), care, volumes=row(1, 1, 101)) == [-75, 0, 0]


@pytest.mark.parametrize(
    ("on", "fund_pays"),
    [
        (date(2025, 1, 1), ["-274.50", 0, 0]),
        # 2024 has 366 days, 2025 has 365: half of the first, a fifth of the second.
        (date(2024, 7, 2), ["-137.25", 0, 0]),
        (date(2025, 3, 15), ["-274.50", "-54.75", 0]),
        (date(2023, 5, 1), [0, 0, 0]),
        (date(2030, 5, 1), ["-274.50", "-273.75", "-273.75"]),
    ],
)
def test_a_fund_that_leaves_pays_until_the_day(on: date, fund_pays: list[object]) -> None:
    leaving = Exit(QUARTER, "fund", on, {"department": 1})
    assert fund(leaving, row(366, 365, 365)) == list(row(*fund_pays))


def test_who_takes_over_is_shared_too() -> None:
    leaving = Exit(QUARTER, "fund", date(2024, 1, 1), {"department": "1/3", "town": "2/3"})
    split = by_party([Line("lease", "cost", row(100), leaving)], first_year=2024)
    assert {party: net[0] for party, net in split.net.items()} == {
        "department": -50,
        "town": -50,
        "fund": 0,
    }


def test_a_party_that_is_not_there_leaves_nothing() -> None:
    leaving = Exit(OWN, "fund", date(2024, 1, 1), {"town": 1})
    assert fund(leaving, row(100)) == [0]


@pytest.mark.parametrize(
    ("shares", "says"),
    [
        ({"a": "0.5", "b": "0.4"}, "sum to 9/10"),
        ({"a": "1.5", "b": "-0.5"}, "at least 0"),
        ({"a": 0.5, "b": 0.5}, "is a float"),
        ({}, "sum to 0"),
    ],
)
def test_shares_that_are_no_shares_are_refused(shares: dict, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        Shares.constant(shares)


def test_shares_made_by_hand_are_proved_too() -> None:
    with pytest.raises(ValueError, match="sum to 1/2"):
        Shares(({"a": Fraction(1, 2)},))


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda: Shares.by_year([]), "at least one year"),
        (lambda: StepDown(QUARTER, OWN), "needs a condition"),
        (lambda: Exit(QUARTER, "fund", date(2024, 1, 1), {"fund": 1}), "its own share"),
        (
            lambda: fund(StepDown(QUARTER, OWN, volume_above=Decimal(1)), row(1)),
            "give volumes",
        ),
        (lambda: paid("x", "grant", row(1), payer="a", receiver="a"), "cannot pay itself"),
        (lambda: Transfer("x", "grant", {"a": row(1), "b": row(-1, 0)}), "the same years"),
        (lambda: Transfer("x", "grant", {"a": row(1, 2), "b": row(-1, -1)}), "year 2 sums to 1"),
        (lambda: a_loan(paid_out=1), "does not end within"),
        (lambda: a_loan(paid_out=-1), "does not end within"),
        (lambda: by_party([], first_year=2024), "nothing"),
        (lambda: fund(QUARTER, row(1), volumes=row(1, 2)), "volumes 2"),
        (lambda: by_party([Line("l", "cost", row(1), OWN)], first_year=1).perspective([]), "among"),
        (
            lambda: by_party([Line("l", "cost", row(1), OWN)], first_year=1).perspective(["x"]),
            "choose among department",
        ),
        (lambda: Key("fixed", {"a": "0.5"}), "sum to 1/2"),
        (lambda: Key("users", {"a": 5, "b": -1}), "key users"),
        (lambda: Key("benefit", {"a": 0}), "key benefit"),
        (lambda: Key("volume", {}), "key volume"),
        (lambda: Tiers(()), "begin at 0 or 1"),
        (lambda: Tiers(((5, Decimal(1)),)), "begin at 0 or 1"),
        (lambda: Tiers(((1, Decimal(1)), (1, Decimal(2)))), "and rise"),
        (lambda: Tiers(((1, Decimal(1)),)).cost(-1), "-1 units"),
    ],
)
def test_what_cannot_be_is_refused(make: object, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        make()


def a_loan(paid_out: int) -> Transfer:
    return loan(
        "x", Decimal(100), Decimal(0), 3, lender="a", borrower="b", horizon=4, paid_out=paid_out
    )


@pytest.mark.parametrize(
    ("basis", "quantities", "parts"),
    [
        ("fixed", {"a": "0.25", "b": "0.75"}, ["1/4", "3/4"]),
        ("users", {"a": 10, "b": 20}, ["1/3", "2/3"]),
        ("budget_share", {"a": Decimal("1.5"), "b": Decimal("4.5")}, ["1/4", "3/4"]),
        ("benefit", {"a": 0, "b": 7}, ["0", "1"]),
    ],
)
def test_a_key_gives_exact_shares(basis: str, quantities: dict, parts: list[str]) -> None:
    assert list(Key(basis, quantities).parts.values()) == [Fraction(each) for each in parts]


STEPS = ((1, Decimal(30)), (101, Decimal(20)), (201, Decimal(10)))


@pytest.mark.parametrize(
    ("mode", "units", "cost"),
    [
        ("all_units", 0, 0),
        ("all_units", 100, 3000),
        ("all_units", 101, 2020),
        ("all_units", 250, 2500),
        ("marginal", 0, 0),
        ("marginal", 50, 1500),
        ("marginal", 100, 3000),
        ("marginal", 101, 3020),
        ("marginal", 250, 5500),
    ],
)
def test_a_price_that_falls_with_volume(mode: str, units: int, cost: int) -> None:
    assert Tiers(STEPS, mode).cost(units) == cost
