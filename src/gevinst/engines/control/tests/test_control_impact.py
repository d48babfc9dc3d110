"""The impact of a rule change: what deciding every past item again would say, without deciding it."""

from collections import Counter
from decimal import Decimal
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gevinst.engines.control import RuleBook
from gevinst.engines.control.impact import Impact, impact
from gevinst.engines.control.past import PastBatch
from gevinst.engines.control.past_verdicts import Standing
from gevinst.engines.control.tests.impact_world import DEBT, LATE, ON, Batch, book

PEOPLE = ("6101901234", "7505801235")
FEES = st.sampled_from(["1", "2", None])
LOANS = st.lists(
    st.fixed_dictionaries(
        {
            "number": st.sampled_from(["1", "2", None]),
            "total": st.sampled_from(["10.00", "100.00", "150.00"]),
            "books": st.lists(st.tuples(st.sampled_from([*PEOPLE, None]), FEES), max_size=3),
        }
    ),
    max_size=5,
)
BATCHES = st.lists(
    st.builds(
        Batch,
        loans=LOANS,
        members=st.dictionaries(st.sampled_from(PEOPLE), st.sampled_from(["1", "2"])),
        seen=st.sampled_from([None, (), ("1",)]),
        most=st.sampled_from(["100", "20"]),
    ),
    max_size=6,
)
FEE = ("membership.fee == book.fee", "membership.fee >= book.fee")
WHERE = ("match: {cpr: cpr}, values", "match: {cpr: cpr}, where: row.fee >= book.fee, values")
TOTAL = ("loan.total > parameter.most", "loan.total > parameter.most + 50")
TWICE = ("earlier: [position]", "other_than: [position]")
SHADOW = ("id: member, subject", "id: member, mode: shadow, subject")
FIRST = ("id: member, subject: book, order: 2", "id: member, subject: book, order: 0")
QUEUE = ("queue: total-desk", "queue: other-desk")
OVER = ("queue: member-desk,", "queue: member-desk, valid_to: 2020-12-31,")
NEWER = ('total-desk, version: "1"', 'total-desk, version: "2"')
WAITS = ("outcome: undecided, wait: true", "outcome: undecided")
BOOKS = {
    "same": book(), "fee": book(FEE), "total": book(TOTAL), "twice": book(TWICE), "shadow": book(SHADOW),
    "first": book(FIRST), "queue": book(QUEUE), "waits": book(WAITS), "where": book(WHERE),
    "all": book(FEE, TOTAL, TWICE, QUEUE),
}  # fmt: skip


def said(batches: list[Batch], rules: RuleBook) -> list[tuple[str, str, str]]:
    return [each for batch in batches for each in batch.decided(rules)]


def tuple_of(standing: Standing) -> tuple[str, str, str]:
    return standing.verdict, standing.queue, standing.reason


@settings(max_examples=10, deadline=None)
@given(BATCHES, *[st.sampled_from(sorted(BOOKS))] * 3, st.sampled_from([1, 4, 1000]))
def test_an_impact_is_what_deciding_all_again_would_say(
    batches: list[Batch], decided: str, before: str, after: str, rows: int
) -> None:
    then, old, new = BOOKS[decided], BOOKS[before], BOOKS[after]
    past = [batch.past(then, known=then) for batch in batches]
    found = impact(old, new, past, ON, rows=rows)
    one, other = said(batches, old), said(batches, new)
    changed = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    assert found.decisions == len(one)
    assert found.verdicts == Counter((a[0], b[0]) for a, b in zip(one, other, strict=True))
    assert found.changed == len(changed) == sum(found.made.values())
    assert Counter((tuple_of(e.old), tuple_of(e.new)) for e in found.examples) == Counter(changed)
    assert all(each.rule in (each.old.reason, each.new.reason) for each in found.examples)
    assert found.remarks == ()


LOAN = {"number": "1", "total": "120.00", "books": [(PEOPLE[0], "1"), (PEOPLE[1], "1")]}
BATCH = Batch([LOAN], {PEOPLE[0]: "1", PEOPLE[1]: "2"}, (), "100")


def tried(
    new: RuleBook, *batches: PastBatch, old: RuleBook | None = None, **options: Any
) -> Impact:
    return impact(old or book(), new, batches or [BATCH.past(book())], ON, **options)


@pytest.mark.parametrize(
    ("old", "new", "standing", "rule"),
    [
        ((), (TOTAL,), ("refer", "member-desk", "member"), "total"),
        ((), (FIRST,), ("refer", "member-desk", "member"), "member"),
        ((), (QUEUE,), ("refer", "other-desk", "total"), "total"),
        ((TOTAL,), (), ("refer", "total-desk", "total"), "total"),
        ((TOTAL,), (TOTAL, FEE), ("approve", "", ""), "member"),
        ((TOTAL,), (TOTAL, SHADOW), ("approve", "", ""), "member"),
        ((TOTAL,), (TOTAL, OVER), ("approve", "", ""), "member"),
    ],
)  # fmt: skip
def test_a_changed_item_tells_which_rule_made_it(
    old: Any, new: Any, standing: tuple[str, str, str], rule: str
) -> None:
    found = tried(book(*new), BATCH.past(book(*old)), old=book(*old))
    (change,) = found.examples
    assert (tuple_of(change.new), change.rule, change.reference) == (standing, rule, "0")
    assert (found.changed, found.amounts) == (1, {"DKK": Decimal("120.00")})
    assert found.made == {rule: 1}


def test_each_rule_that_differs_tells_its_outcomes() -> None:
    found = tried(book(FEE, TOTAL, more=DEBT))
    assert found.rules == {
        "total": {("fail", "ok"): 1},
        "member": {("ok", "ok"): 1, ("fail", "ok"): 1},
        "debt": {("", "undecided"): 2},
    }
    assert found.versions == {"total": ("1", "1"), "member": ("1", "1"), "debt": ("", "1")}


def test_a_rule_that_is_taken_away_is_told() -> None:
    found = tried(book(("id: total,", "id: sum,")))
    assert found.rules == {"total": {("fail", ""): 1}, "sum": {("", "fail"): 1}}
    assert found.sentence.en == "The new rules change 1 of 1 decisions"


@pytest.mark.parametrize(
    ("changes", "da", "en"),
    [
        ((TOTAL, NEWER), "total v2 ændrer 1 af 1 afgørelser", "total v2 changes 1 of 1 decisions"),
        ((), "De nye regler ændrer 0 af 1 afgørelser", "The new rules change 0 of 1 decisions"),
    ],
)
def test_the_sentence_names_the_one_rule_that_differs(changes: Any, da: str, en: str) -> None:
    found = tried(book(*changes))
    assert (found.sentence.da, found.sentence.en) == (da, en)


def test_one_rule_that_goes_away_is_named_without_a_version() -> None:
    assert tried(book(OVER)).sentence.en == "member changes 0 of 1 decisions"


@pytest.mark.parametrize(
    ("more", "rule", "lacking"),
    [
        (DEBT, "debt", "The register debts was not known in 1 decisions"),
        (LATE, "late", "loan.late was not read in 1 decisions"),
        (
            LATE.replace("loan.late", "loan.total - parameter.least").replace(
                "{loan.total - parameter.least: ", '{parameter.least: "0", loan.total: '
            ),
            "late",
            "The parameter least was not set in 1 decisions",
        ),
    ],
)
def test_what_was_not_known_then_leaves_a_rule_undecided(
    more: str, rule: str, lacking: str
) -> None:
    found = tried(book(more=more))
    assert set(found.rules[rule]) == {("", "undecided")}
    assert [each.en for each in found.remarks] == [f"{lacking}; rules that use it are undecided."]


def test_a_stale_register_leaves_the_rules_that_read_it_undecided() -> None:
    whole, stale = BATCH.past(book()), BATCH.past(book(), stale=True)
    found = tried(book(FEE, TOTAL), whole, stale)
    assert found.rules["member"] == {
        ("ok", "ok"): 1, ("fail", "ok"): 1, ("ok", "undecided"): 1, ("fail", "undecided"): 1,
    }  # fmt: skip
    assert found.verdicts == {("refer", "approve"): 1, ("refer", "refer"): 1}


def test_no_more_examples_are_given_than_asked_for() -> None:
    found = tried(book(TOTAL), *[BATCH.past(book())] * 5, old=book(), examples=3, rows=3)
    assert (found.changed, len(found.examples)) == (5, 3)


def test_items_whose_amounts_were_not_kept_are_counted_without() -> None:
    whole = BATCH.past(book())
    bare = PastBatch(
        ON, whole.items.select(["reference"]), whole.subjects, whole.answers, whole.registers,
        whole.parameters,
    )  # fmt: skip
    found = tried(book(TOTAL), bare)
    assert (found.changed, found.amounts, found.examples[0].amount) == (1, {}, None)


def test_a_batch_without_subjects_or_items_changes_nothing() -> None:
    nothing = PastBatch(ON, pa.table({"reference": pa.array([], pa.string())}), {}, {}, {}, {})
    found = tried(book(FEE), nothing)
    assert (found.decisions, found.changed, found.examples) == (0, 0, ())
    assert tried(book(FEE), nothing, BATCH.past(book())).decisions == 1
