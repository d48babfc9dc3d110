"""Logged batches handed to the impact report: what it says is what deciding them again would say."""

from collections import Counter
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from gevinst.engines.control.impact import impact
from gevinst.engines.decisionlog import Batch, MemoryArchive, append, past_batches
from gevinst.engines.decisionlog.tests.conftest import AT, BOOK, ON, Loans
from gevinst.engines.decisionlog.tests.test_decisionlog_replay import LOAN, PEOPLE, logged

OTHER = {"number": "2", "total": "90.00", "books": [{"cpr": PEOPLE[1], "fee": "1"}]}
CHANGED = BOOK.replace("member.fee == book.fee", "member.fee >= book.fee").replace(
    "loan.total > parameter.most", "loan.total > parameter.most - 50"
)


def batches(*contents: list[Any], archive: MemoryArchive) -> list[Batch]:
    members = {PEOPLE[0]: "2", PEOPLE[1]: "1"}
    logs = [logged(Loans(), each, archive, members, seen=["9"]) for each in contents]
    return [Batch.of(log[0].payload) for log in logs]


def test_an_impact_is_made_from_the_archive() -> None:
    archive = MemoryArchive()
    past = batches([LOAN, OTHER], [OTHER, {**LOAN, "number": "9"}], [], archive=archive)
    block, new = Loans(), Loans(CHANGED)
    found = impact(block.rules, new.rules, past_batches(past, archive, block), ON)
    assert found.verdicts == {
        ("refer", "approve"): 1, ("approve", "refer"): 2, ("refer", "refer"): 1,
    }  # fmt: skip
    assert Counter(each.rule for each in found.examples) == {"member": 1, "total": 2}
    assert found.amounts == {"DKK": 190}
    assert found.remarks == ()


@pytest.mark.parametrize(("after", "changed"), [(timedelta(days=9), 1), (-timedelta(days=9), 0)])
def test_a_register_that_was_too_old_then_decides_nothing(after: timedelta, changed: int) -> None:
    archive = MemoryArchive()
    (batch,) = batches([LOAN], archive=archive)
    old = _until(batch, AT + after)
    block = Loans()
    found = impact(block.rules, Loans(CHANGED).rules, past_batches([old], archive, block), ON)
    assert found.changed == changed


def _until(batch: Batch, moment: datetime) -> Batch:
    """The batch, its registers good until then; by way of the log, where moments are text."""
    registers = {
        name: ref and replace(ref, extract=replace(ref.extract, stale_after=moment))
        for name, ref in batch.registers.items()
    }
    (entry,) = append([replace(batch, registers=registers).payload()])
    return Batch.of(entry.payload)
