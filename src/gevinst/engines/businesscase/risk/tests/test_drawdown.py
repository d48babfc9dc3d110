"""The ledger of a pool as risks occur and expire."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gevinst.engines.businesscase.estimators import ThreePoint
from gevinst.engines.businesscase.risk import Entry, Ledger, Risk, expired, occurred, standing
from gevinst.engines.businesscase.risk.pool_ledger import Kind

NEW_YEAR = date(2024, 1, 1)


def day(number: int) -> date:
    """A day of 2024, the first is 0."""
    return NEW_YEAR + timedelta(days=number)


def entry(number: int, kind: Kind, amount: int) -> Entry:
    """A movement on that day."""
    return Entry(day(number), kind, Decimal(amount), "because")


def ledger(*entries: Entry) -> Ledger:
    """The entries posted one after the other."""
    result = Ledger()
    for one in entries:
        result = result.post(one)
    return result


def log() -> list[Risk]:
    """Half of 100 and a fifth of 300: 50 and 60 expected."""
    sizes = [("late", "0.5", 100), ("data", "0.2", 300)]
    year = {2024: Decimal(1)}
    return [
        Risk(name, f"{name}!", Decimal(p), ThreePoint(*[Decimal(c)] * 3), exposure=year)
        for name, p, c in sizes
    ]


@pytest.mark.parametrize(("number", "balance"), [(-1, 0), (0, 110), (9, 110), (10, 70), (99, 60)])
def test_the_balance_of_any_day(number: int, balance: int) -> None:
    told = ledger(entry(0, "set-aside", 110), entry(20, "release", 10), entry(10, "draw", 40))
    assert told.balance(day(number)) == balance


def test_a_late_entry_takes_its_place() -> None:
    told = ledger(entry(0, "set-aside", 110), entry(20, "release", 10), entry(10, "draw", 40))
    assert [(one.kind, balance) for one, balance in told.statement()] == [
        ("set-aside", 110),
        ("draw", 70),
        ("release", 60),
    ]


def test_a_pool_below_zero_is_noted_until_it_is_filled() -> None:
    told = ledger(
        entry(0, "set-aside", 100),
        entry(5, "draw", 130),
        entry(6, "set-aside", 10),
        entry(7, "set-aside", 50),
        entry(8, "draw", 30),
    )
    (note,) = told.notes()
    assert (note.code, note.facts["day"], note.facts["balance"]) == ("pool-below-zero", day(5), -30)


@pytest.mark.parametrize(
    ("number", "free"),
    [(-1, 0), (0, 30), (6, 30), (10, 30), (15, 110)],
    ids=["before", "a later draw", "the day before it", "the day of it", "after it is filled"],
)
def test_what_can_leave_keeps_every_later_day_above_zero(number: int, free: int) -> None:
    told = ledger(entry(0, "set-aside", 110), entry(10, "draw", 80), entry(15, "set-aside", 80))
    assert told.free(day(number)) == free


def test_a_pool_in_debt_has_nothing_free() -> None:
    assert ledger(entry(0, "set-aside", 1), entry(1, "draw", 5)).free(day(2)) == 0


def test_a_risk_that_occurs_is_drawn_at_what_it_cost() -> None:
    opened = ledger(entry(0, "set-aside", 110))
    after, risks = occurred(opened, log(), "late", day(30), Decimal(90))
    (_, drawn) = after.entries
    assert (drawn.kind, drawn.amount, drawn.risk) == ("draw", 90, "late")
    assert [risk.status for risk in risks] == ["occurred", "open"]
    told = standing(after, risks, day(30))
    assert (told.balance, told.needed, told.surplus) == (20, 60, -40)
    assert [note.code for note in told.notes] == ["pool-short"]


def test_a_risk_that_expires_releases_what_it_was_expected_to_cost() -> None:
    opened = ledger(entry(0, "set-aside", 110))
    after, risks = expired(opened, log(), "data", day(30))
    told = standing(after, risks, day(30))
    assert (told.balance, told.needed, told.surplus, told.notes) == (50, 50, 0, ())


@pytest.mark.parametrize(("aside", "released"), [(40, [40]), (200, [60])])
def test_no_more_is_released_than_is_there(aside: int, released: list[int]) -> None:
    after, _ = expired(ledger(entry(0, "set-aside", aside)), log(), "data", day(30))
    assert [one.amount for one in after.entries[1:]] == released


def test_an_empty_pool_releases_nothing() -> None:
    after, risks = expired(Ledger(), log(), "data", day(30))
    assert (after.entries, risks[1].status) == ((), "expired")


def test_the_standing_of_a_day_tells_what_went_below_zero_by_then() -> None:
    told = ledger(entry(0, "set-aside", 1), entry(9, "draw", 5))
    codes = [[note.code for note in standing(told, [], day(n)).notes] for n in (8, 9)]
    assert codes == [[], ["pool-below-zero", "pool-short"]]


@pytest.mark.parametrize(
    ("name", "fault"), [("late", "has occurred already"), ("gone", "choose among late, data")]
)
def test_only_an_open_risk_occurs_or_expires(name: str, fault: str) -> None:
    after, risks = occurred(ledger(entry(0, "set-aside", 9)), log(), "late", day(1), Decimal(1))
    with pytest.raises(ValueError, match=fault):
        expired(after, risks, name, day(2))


@pytest.mark.parametrize("kind", ["draw", "release"])
def test_nothing_leaves_before_something_is_set_aside(kind: Kind) -> None:
    with pytest.raises(ValueError, match="set an amount aside first"):
        ledger(entry(5, "set-aside", 10), entry(4, kind, 1))


@pytest.mark.parametrize("amount", [0, -5])
def test_an_amount_has_no_sign(amount: int) -> None:
    with pytest.raises(ValueError, match="give more than 0"):
        entry(0, "draw", amount)


movements = st.lists(
    st.tuples(
        st.integers(0, 300), st.sampled_from(("set-aside", "draw", "release")), st.integers(1, 1000)
    ),
    max_size=12,
)


@given(movements, st.integers(-5, 310))
def test_what_came_in_is_what_is_there_and_what_left(
    moved: list[tuple[int, Kind, int]], on: int
) -> None:
    told = ledger(entry(0, "set-aside", 500), *(entry(*one) for one in moved))
    left = told.moved("draw", day(on)) + told.moved("release", day(on))
    assert told.moved("set-aside", day(on)) == told.balance(day(on)) + left
    assert told.statement()[-1][1] == told.balance(day(400))


@given(movements, st.integers(0, 300))
def test_what_is_free_can_leave_without_a_new_debt(
    moved: list[tuple[int, Kind, int]], on: int
) -> None:
    told = ledger(entry(0, "set-aside", 500), *(entry(*one) for one in moved))
    free = told.free(day(on))
    if free:
        after = told.post(Entry(day(on), "release", free, "all that is free"))
        assert min(after.balance(day(n)) for n in range(on, 302)) == 0
