"""A batch that was logged comes out the same, to the byte; where it does not, it is said how and where."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gevinst.engines.blockkit.contract import Item, Refused
from gevinst.engines.decisionlog import (
    GENESIS,
    Archive,
    Batch,
    EvidenceFault,
    Given,
    LogEntry,
    MemoryArchive,
    Origin,
    ReplayResult,
    append,
    archived_batch,
    archived_registers,
    entries,
    replay,
    verify,
)
from gevinst.engines.decisionlog.evidence import faults
from gevinst.engines.decisionlog.tests.conftest import AT, BOOK, ON, Loans, registers

PEOPLE = ("6101901234", "7505801235", "8812701236")
DOCUMENTS = st.lists(
    st.fixed_dictionaries(
        {
            "number": st.sampled_from(["1", "2", "3"]),
            "total": st.sampled_from(["10.00", "100.00", "100.01", "-5.00", "1.005"]),
            "books": st.lists(
                st.fixed_dictionaries(
                    {},
                    optional={
                        "cpr": st.sampled_from(PEOPLE),
                        "fee": st.sampled_from(["1", "2.50"]),
                    },
                ),
                max_size=3,
            ),
        },
        optional={"note": st.sampled_from(["til 610190-1234", "nr. 5", ""])},
    ).filter(lambda loan: loan["total"] != "1.005")
    | st.just("not json"),
    max_size=6,
)
MEMBERS = st.dictionaries(st.sampled_from(PEOPLE), st.sampled_from(["1", "2.5"]))


def logged(
    block: Loans,
    documents: Sequence[Any],
    archive: Archive,
    members: Mapping[str, str] | None = None,
    *,
    seen: Sequence[str] | None = None,
    parameters: Mapping[str, str] | None = None,
) -> list[LogEntry]:
    """The log of those documents decided together."""
    contents = dict.fromkeys(
        each.encode() if isinstance(each, str) else json.dumps(each).encode() for each in documents
    )
    names = {archive.put(content): f"{n}.json" for n, content in enumerate(contents)}
    read = [block.read(content, f"{n}.json") for n, content in enumerate(contents)]
    items = [each for each in read if isinstance(each, Item)]
    refused = [each for each in read if isinstance(each, Refused)]
    given_registers = registers(members or {}, seen)
    refs = archived_registers(block, given_registers, archive)
    made = Given(items, refused, refs, ON, parameters or {}, names)
    said = block.judge_batch(items, given_registers, ON, parameters or {})
    batch = archived_batch(block, made, said, Origin(AT, "clerk", "Region", "robot", "1"), archive)
    return list(entries(block, batch, made, said, GENESIS))


def replayed(log: list[LogEntry], archive: Archive, block: Loans) -> ReplayResult:
    return replay(Batch.of(log[0].payload), log[1:], archive, block)


@settings(max_examples=40, deadline=None)
@given(DOCUMENTS, MEMBERS, st.none() | st.just(["1"]), st.sampled_from(["100", "5"]))
def test_any_batch_comes_out_the_same(
    documents: list[Any], members: dict[str, str], seen: list[str] | None, most: str
) -> None:
    archive, block = MemoryArchive(), Loans()
    log = logged(block, documents, archive, members, seen=seen, parameters={"most": most})
    assert verify(log) is None
    assert not list(faults(log, archive))
    result = replayed(log, archive, block)
    assert (result.equal, result.differing, result.remarks) == (len(log) - 1, (), ())
    assert len(log) - 1 == len({json.dumps(each) for each in documents})
    assert not any(number.encode() in entry.body for entry in log for number in PEOPLE)


LOAN = {"number": "1", "total": "10.00", "books": [{"cpr": PEOPLE[0], "fee": "1"}]}


def test_a_decision_tells_what_was_read_and_said(loans: Loans) -> None:
    archive = MemoryArchive()
    log = logged(loans, [{**LOAN, "note": "til 610190-1234"}], archive, {PEOPLE[0]: "2.5"})
    payload = log[1].payload
    head = ("verdict", "queue", "reason", "actor", "batch", "until", "outcomes")
    assert [payload[name] for name in head] == [
        "refer",
        "member-desk",
        "member",
        "clerk",
        1,
        None,
        [],
    ]
    loan, book = payload["subjects"]
    assert loan["values"] == {
        "number": "1", "position": 0, "total": "10.00", "note": "til 610190-xxxx",
    }  # fmt: skip
    assert book["values"] == {"cpr": "610190-xxxx", "fee": "1.000000"}
    assert book["outcomes"] == [
        {"rule": "member", "version": "1", "outcome": "fail", "case": 2, "shadow": False}
    ]
    assert book["evidence"] == [
        {
            "register": "members", "row": 0, "matches": 1,
            "values": {"cpr": "610190-xxxx", "fee": "2.500000"},
        }
    ]  # fmt: skip
    assert book["facts"]["member.fee"] == "2.500000"


def test_a_batch_says_who_where_when_and_with_what(loans: Loans) -> None:
    log = logged(loans, [LOAN, "not json"], MemoryArchive(), seen=["9"])
    batch = Batch.of(log[0].payload)
    assert batch.origin == Origin(AT, "clerk", "Region", "robot", "1")
    assert (batch.count, batch.refused, batch.on, batch.block) == (1, 1, ON, "loans")
    assert {name: ref and ref.extract.id for name, ref in batch.registers.items()} == {
        "members": "members-1", "seen": "seen-1",
    }  # fmt: skip
    refused = log[2].payload
    assert (refused["verdict"], refused["reason"]) == ("refused", "not-json-1.json")


class Forgetful(Loans):
    """Reads no document at all."""

    def read(self, content: bytes, name: str) -> Item | Refused:
        return Refused("0" * 64, "no", super().manifest.name)


class Dearer(Loans):
    """A block whose code came to be another: every total is a thousand more."""

    def read(self, content: bytes, name: str) -> Item | Refused:
        item = super().read(content, name)
        assert isinstance(item, Item)
        return replace(item, document={**item.document, "total": "1010.00"})

    def with_rules(self, rule_files: Mapping[str, str]) -> Loans:
        return Loans(rule_files["loans.yaml"])


def test_a_document_that_cannot_be_read_any_more_is_said() -> None:
    archive = MemoryArchive()
    log = logged(Loans(), [LOAN], archive)
    (found,) = replayed(log, archive, Forgetful()).differing
    assert (found.seq, found.where, found.replayed) == (2, "", "cannot be read")


def test_the_first_difference_is_said_with_its_place() -> None:
    archive = MemoryArchive()
    log = logged(Loans(), [LOAN], archive, {PEOPLE[0]: "1"})
    result = replayed(log, archive, Dearer())
    (found,) = result.differing
    assert (result.decisions, result.equal) == (1, 0)
    assert (found.where, found.recorded, found.replayed) == ("queue", '""', '"total-desk"')


@pytest.mark.parametrize(
    ("change", "where"),
    [
        (lambda payload: payload["subjects"][1]["values"].update(fee="9"), "subjects.1.values.fee"),
        (lambda payload: payload["subjects"].append({"kind": "x"}), "subjects.2"),
        (lambda payload: payload.update(more=1), "more"),
    ],
)
def test_an_entry_that_was_written_otherwise_differs(change: Any, where: str) -> None:
    archive = MemoryArchive()
    log = logged(Loans(), [LOAN], archive, {PEOPLE[0]: "1"})
    payload = log[1].payload
    change(payload)
    (forged,) = append([payload], log[0].head)
    result = replay(Batch.of(log[0].payload), [forged], archive, Loans())
    assert [each.where for each in result.differing] == [where]


def test_the_rules_are_those_of_then_not_of_now(loans: Loans) -> None:
    archive = MemoryArchive()
    log = logged(loans, [LOAN], archive, {PEOPLE[0]: "1"})
    now = Loans(BOOK.replace("loan.total > parameter.most", "loan.total < parameter.most"))
    assert replayed(log, archive, now).equal == 1


def test_another_version_of_the_block_is_remarked(loans: Loans, newer: Loans) -> None:
    archive = MemoryArchive()
    log = logged(loans, [LOAN], archive)
    assert replayed(log, archive, newer).remarks == ("decided by loans 1, replayed by 2",)


def test_evidence_that_is_gone_is_a_fault(loans: Loans) -> None:
    log = logged(loans, [LOAN], MemoryArchive())
    with pytest.raises(EvidenceFault, match="missing"):
        replayed(log, MemoryArchive(), loans)
