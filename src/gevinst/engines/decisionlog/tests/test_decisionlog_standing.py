"""Which decision stands on a date: the last made for it or before, for each item by itself."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from gevinst.engines.decisionlog import Batch, Head, LogEntry, Origin, append, standing
from gevinst.engines.decisionlog.model import Act
from gevinst.engines.decisionlog.tests.conftest import AT

FIRST = Batch(
    origin=Origin(AT, "clerk"), block="loans", block_version="1", on=date(2026, 11, 1), rules="r",
    digest="d", parameters="p", registers={}, items="i", subjects={}, answers={}, count=1, names="n",
)  # fmt: skip


def decision(batch: int, reference: str, document: str = "d") -> dict[str, Any]:
    return {"kind": "decision", "batch": batch, "reference": reference, "document": document}


@pytest.fixture
def log() -> list[LogEntry]:
    """1 on the first: a, b, refused x; 5 on the third: a; 7 for the second, made later: b; an act."""
    third, second = (replace(FIRST, on=date(2026, 11, day)) for day in (3, 2))
    act = Act(AT, "clerk", "a", "approve", 2)
    return list(
        append(
            [
                FIRST.payload(), decision(1, "a"), decision(1, "b"), decision(1, "", "x"),
                third.payload(), decision(5, "a"), second.payload(), decision(7, "b"), act.payload(),
            ]
        )
    )  # fmt: skip


@pytest.mark.parametrize(
    ("on", "reference", "found"),
    [
        (None, "", {1: [4], 5: [6], 7: [8]}),
        (date(2026, 11, 3), "", {1: [4], 5: [6], 7: [8]}),
        (date(2026, 11, 2), "", {1: [2, 4], 7: [8]}),
        (date(2026, 11, 1), "", {1: [2, 3, 4]}),
        (date(2026, 10, 31), "", {}),
        (None, "a", {5: [6]}),
        (date(2026, 11, 1), "a", {1: [2]}),
        (None, "x", {1: [4]}),
        (None, "c", {}),
    ],
)
def test_the_last_decision_of_each_item_stands(
    log: list[LogEntry], on: date | None, reference: str, found: dict[int, list[int]]
) -> None:
    stood = standing(log, on, reference)
    assert {
        batch.seq: [entry.payload["seq"] for entry in entries] for batch, entries in stood
    } == found


def test_a_decision_for_an_earlier_date_made_later_does_not_stand_after() -> None:
    later = replace(FIRST, on=date(2026, 11, 3))
    log = append(
        [later.payload(), decision(1, "a"), FIRST.payload(), decision(3, "a")], Head(0, "0")
    )
    ((batch, (entry,)),) = standing(log)
    assert (batch.seq, entry.payload["seq"]) == (1, 2)


def test_an_act_tells_who_decided_what_about_which_decision() -> None:
    (entry,) = append(
        [Act(AT, "clerk", "a", "approve", 2, text="hash", authority="Region").payload()]
    )
    assert entry.payload == {
        "kind": "act", "at": "2026-11-02T08:00:00+00:00", "actor": "clerk", "reference": "a",
        "verdict": "approve", "about": 2, "text": "hash", "authority": "Region", "seq": 1,
    }  # fmt: skip
