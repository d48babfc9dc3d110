"""Totals over the rows that a fact finds, and conditions on a row and the subject beside it."""

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from gevinst.engines.control.tests.conftest import FACTS, rule

Run = Callable[..., list[dict[str, Any]]]
D = Decimal
TOTALS = FACTS.replace("values: [rate]", "totals: [rate, start]")
ANSWERS = ("sum_rate", "min_rate", "max_rate", "first_rate", "last_rate", "first_start")
TOLD = rule(("", "ok")).replace(
    "da: m", "da: '" + " ".join(f"{{fee.{each}}}" for each in ANSWERS) + "'"
)
A, B, C = date(2026, 10, 1), date(2026, 10, 5), date(2026, 10, 9)


def fee(rate: str | None, start: date | None = None, kind: str = "a") -> dict[str, Any]:
    return {"kind": kind, "rate": D(rate) if rate else None, "start": start}


@pytest.mark.parametrize(
    ("fees", "answers"),
    [
        ([fee("3", B), fee("1", A), fee("2", C)], (D(6), D(1), D(3), D(1), D(2), A)),
        ([fee("3", B), fee("1")], (D(4), D(1), D(3), D(1), D(3), None)),
        ([fee("3", B), fee("1", B)], (D(4), D(1), D(3), D(3), D(1), B)),
        ([fee("3", B), fee(None, A)], (None, None, None, None, None, A)),
        ([fee("3", date(2026, 11, 1))], (D(0), None, None, None, None, None)),
        ([fee("3", kind="b")], (D(0), None, None, None, None, None)),
        ([], (D(0), None, None, None, None, None)),
    ],
    ids=[
        "by date",
        "open start first",
        "same date by place",
        "a gap",
        "none in force",
        "other",
        "none",
    ],
)
def test_totals_are_over_the_matching_rows(
    answered: Run, fees: Sequence[Any], answers: tuple[Any, ...]
) -> None:
    (answer,) = answered([{"kind": "a", "on": date(2026, 10, 20)}], TOLD, TOTALS, fees=fees)
    assert tuple(answer[f"fee.{each}"] for each in ANSWERS) == answers


@pytest.mark.parametrize("loan", [{"on": C}, {"kind": "a"}], ids=["no key", "no date"])
def test_totals_of_what_cannot_be_looked_up_are_unknown(
    answered: Run, loan: dict[str, Any]
) -> None:
    (answer,) = answered([loan], TOLD, TOTALS, fees=[fee("3", A)])
    assert [answer[f"fee.{each}"] for each in ANSWERS] == [None] * 6


def test_without_dates_the_first_row_is_the_first(answered: Run) -> None:
    facts = """
facts:
  fee: {subject: loan, register: fees, match: {kind: kind}, totals: [rate]}
"""
    rules = rule(("fee.first_rate == 3 and fee.last_rate == 1", "ok"), ("", "fail"))
    (answer,) = answered([{"kind": "a"}], rules, facts, fees=[fee("3", C), fee("2"), fee("1", A)])
    assert answer["the-rule"] == 0


def test_a_total_decides(answered: Run) -> None:
    rules = rule(("fee.sum_rate + loan.price > 10", "fail"), ("", "ok"))
    loans = [{"kind": kind, "on": C, "price": D(5)} for kind in "ab"]
    fees = [fee("3", A), fee("3", B), fee("1", A, "b")]
    answers = answered(loans, rules, TOTALS, fees=fees)
    assert [answer["the-rule"] for answer in answers] == [0, 1]


WHERE = """
facts:
  near:
    subject: loan
    register: history
    match: {key: key}
    where: edit_distance(row.reference, loan.reference) == 1
  dearer:
    subject: loan
    register: fees
    match: {kind: kind}
    where: row.rate > loan.price * parameter.days
"""


@pytest.mark.parametrize(
    ("references", "matches", "row"),
    [(["F-1001"], 0, None), (["F-1002"], 1, 0), (["F-10", "F-101"], 1, 1), ([None], 0, None)],
)
def test_a_row_must_meet_the_condition(
    answered: Run, references: list[str], matches: int, row: int | None
) -> None:
    history = [{"key": "k", "reference": each} for each in references]
    loans = [{"key": "k", "reference": "F-1001"}]
    (answer,) = answered(loans, facts=WHERE, history=history)
    assert (answer["near.matches"], answer["near.row"]) == (matches, row)


def test_a_condition_on_what_is_unknown_makes_the_answer_unknown(answered: Run) -> None:
    history = [{"key": "k", "reference": "F-1001"}]
    (answer,) = answered([{"key": "k"}], facts=WHERE, history=history)
    assert answer["near.matches"] is None


@pytest.mark.parametrize(("rate", "matches"), [("30", 0), ("31", 1)])
def test_a_condition_may_compare_sizes(answered: Run, rate: str, matches: int) -> None:
    (answer,) = answered([{"kind": "a", "price": D(10)}], facts=WHERE, fees=[fee(rate)])
    assert answer["dearer.matches"] == matches
