"""Facts: which register rows are about a subject on a date."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from gevinst.engines.control.tests.conftest import rule

Run = Callable[..., list[dict[str, Any]]]
D = Decimal


def day(number: int) -> date:
    return date(2026, 10, number)


def fee(start: int | None, end: int | None, rate: int = 10, kind: str = "a") -> dict[str, Any]:
    bounds = {"start": day(start) if start else None, "end": day(end) if end else None}
    return {"kind": kind, "rate": D(rate), **bounds}


@pytest.mark.parametrize(
    ("on", "fees", "row", "matches"),
    [
        (10, [fee(1, 20)], 0, 1),
        (10, [fee(10, 10)], 0, 1),
        (10, [fee(10, None)], 0, 1),
        (10, [fee(None, 10)], 0, 1),
        (10, [fee(None, None)], 0, 1),
        (10, [fee(11, None)], 0, 0),
        (10, [fee(None, 9)], 0, 0),
        (10, [fee(1, 20, kind="b")], None, 0),
        (10, [], None, 0),
        (10, [fee(1, 2), fee(9, 11), fee(30, None)], 1, 1),
        (10, [fee(1, 2), fee(1, 8), fee(30, None)], 1, 0),
        (10, [fee(1, 20), fee(5, 20)], 0, 2),
        (None, [fee(1, 20)], 0, None),
    ],
)
def test_a_row_matches_within_its_interval_and_the_nearest_is_evidence(
    answered: Run, on: int | None, fees: list[Any], row: int | None, matches: int | None
) -> None:
    (answer,) = answered([{"kind": "a", "on": day(on) if on else None}], fees=fees)
    assert (answer["fee.row"], answer["fee.matches"]) == (row, matches)


def test_an_unknown_key_makes_the_answer_unknown(answered: Run) -> None:
    (answer,) = answered([{"on": day(1)}], fees=[fee(1, 20)])
    assert (answer["fee.row"], answer["fee.matches"]) == (None, None)


@pytest.mark.parametrize(
    ("events", "row", "matches"),
    [
        ([10], 0, 1),
        ([13], 0, 1),
        ([7], 0, 1),
        ([14], 0, 0),
        ([6, 14, 12], 2, 1),
        ([9, 11, 10], 2, 3),
    ],
)
def test_a_row_matches_within_so_many_days(
    answered: Run, events: list[int], row: int, matches: int
) -> None:
    rows = [{"kind": "a", "on": day(each)} for each in events]
    (answer,) = answered([{"kind": "a", "on": day(10)}], events=rows)
    assert (answer["event.row"], answer["event.matches"]) == (row, matches)


def test_a_row_of_the_subject_itself_does_not_count(answered: Run) -> None:
    history = [{"key": "k", "reference": "own"}, {"key": "k", "reference": "other"}]
    (answer,) = answered([{"key": "k", "reference": "own"}], history=history)
    assert (answer["seen.row"], answer["seen.matches"]) == (1, 1)


def test_only_earlier_subjects_count(answered: Run) -> None:
    loans = [{"key": key, "position": place} for place, key in enumerate("kkmk")]
    answers = answered(loans)
    assert [answer["before.matches"] for answer in answers] == [0, 1, 0, 2]
    assert [answer["before.row"] for answer in answers] == [None, 0, None, 0]


@pytest.mark.parametrize(
    ("fees", "outcome"),
    [
        ([fee(1, 20, 10)], 0),
        ([fee(1, 20, 11)], 1),
        ([fee(1, 20, 10), fee(5, 20, 10)], 0),
        ([fee(1, 20, 10), fee(5, 20, 11)], -1),
        ([fee(1, 20, 10), fee(21, 30, 11)], 0),
        ([], -1),
    ],
)
def test_a_value_that_matching_rows_disagree_on_is_unknown(
    answered: Run, fees: list[Any], outcome: int
) -> None:
    rules = rule(("loan.price == fee.rate", "ok"), ("", "fail"))
    (answer,) = answered([{"kind": "a", "on": day(10), "price": D(10)}], rules, fees=fees)
    assert answer["the-rule"] == outcome


@pytest.mark.parametrize(
    ("fees", "known", "distance"), [([fee(1, 20)], 1, 0), ([fee(13, 20)], 1, 3), ([], 0, None)]
)
def test_known_and_distance_tell_of_rows_outside_their_interval(
    answered: Run, fees: list[Any], known: int, distance: int | None
) -> None:
    rules = rule(("", "ok")).replace("da: m", "da: '{fee.known} {fee.distance}'")
    (answer,) = answered([{"kind": "a", "on": day(10)}], rules, fees=fees)
    assert (answer["fee.known"], answer["fee.distance"]) == (known, distance)


def test_answers_come_in_the_order_of_the_subjects(answered: Run) -> None:
    loans = [{"kind": "ab"[place % 2], "on": day(10)} for place in range(500)]
    answers = answered(loans, fees=[fee(1, 20)])
    assert [answer["subject"] for answer in answers] == list(range(500))
    assert [answer["fee.matches"] for answer in answers] == [1, 0] * 250


def test_a_book_without_facts_answers_too(answered: Run) -> None:
    rules = rule(("loan.count > 1", "ok"), ("", "fail"))
    answers = answered([{"count": 1}, {"count": 2}, {}], rules, facts="")
    assert [answer["the-rule"] for answer in answers] == [1, 0, -1]
