"""What differs between two rule books."""

import pytest

from gevinst.engines.control import RuleBook, load_rulebook
from gevinst.engines.control.compare import changed, differences
from gevinst.engines.control.tests.conftest import FACTS, PARAMETERS, REGISTERS, SUBJECTS, rule

RULE = rule(("fee.rate == loan.price", "ok"), ("", "fail"))
OTHER = rule(("", "ok"), named="other").replace("\nrules:\n", "")


def book(rules: str = RULE, facts: str = FACTS) -> RuleBook:
    return load_rulebook({"a.yaml": SUBJECTS + facts + rules + OTHER}, REGISTERS, PARAMETERS)


CHANGES = [
    ("fee.rate ==", "fee.rate >=", "case 1 when", "fee.rate >= loan.price", True),
    ("outcome: ok\n        ", "outcome: undecided\n        wait: true\n        ",
     "case 1 outcome", "undecided (wait)", True),
    ("da: m,", "da: 'Pris {loan.price|money} {loan.kind}',", "case 1 message da",
     "Pris {loan.price|money} {loan.kind}", True),
    ("queue: desk", "queue: another", "queue", "another", True),
    ("severity: mandatory", "severity: advisory", "severity", "advisory", True),
    ("queue: desk", "queue: desk\n    mode: shadow", "mode", "shadow", True),
    ("owner: Ejer", "owner: Ejer\n    valid_to: 2027-01-01", "valid_to", "2027-01-01", True),
    ("owner: Ejer", "owner: Chef", "owner", "Chef", False),
    ("da: Reglen", "da: Anden", "name da", "Anden", False),
    ("given: {}, outcome: ok", "given: {loan.price: 1}, outcome: ok", "examples 1",
     "god: loan.price = 1 -> ok", False),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after", "field", "text", "decides"), CHANGES)
def test_each_field_that_differs_is_told(
    before: str, after: str, field: str, text: str, decides: bool
) -> None:
    other = book(RULE.replace(before, after, 1))
    (change,) = differences(book(), other)
    (found,) = change.fields
    assert (change.rule, change.version, change.against) == ("the-rule", "1", "1")
    assert (found.field, found.after) == (field, text)
    assert changed(book(), other) == (("the-rule",) if decides else ())


def test_a_fact_that_a_rule_reads_changes_the_rule() -> None:
    other = book(facts=FACTS.replace("to: end", "to: start"))
    (change,) = differences(book(), other)
    (found,) = change.fields
    assert (found.field, found.before, found.after) == (
        "fact fee valid", "from: start, to: end, on: on", "from: start, to: start, on: on",
    )  # fmt: skip
    assert changed(book(), other) == ("the-rule",)


def test_a_fact_that_no_rule_reads_changes_nothing() -> None:
    other = book(facts=FACTS.replace("earlier: [position]", "earlier: [position, count]"))
    assert differences(book(), other) == ()


def test_a_new_version_is_held_against_the_one_that_it_takes_over_from() -> None:
    old = RULE.replace("    owner", "    valid_to: 2026-12-31\n    owner")
    new = (
        RULE.replace("\nrules:\n", "")
        .replace('version: "1"', 'version: "2"')
        .replace("2020-01-01", "2027-01-01")
        .replace("fee.rate ==", "fee.rate >=")
    )
    first, second = differences(book(), book(old + new))
    assert [each.field for each in first.fields] == ["valid_to"]
    assert (second.version, second.against) == ("2", "1")
    assert [each.field for each in second.fields] == ["version", "valid_from", "case 1 when"]
    assert "the-rule 1 -> 2\n  version:\n    - 1\n    + 2\n" in str(second)


@pytest.mark.parametrize(("one", "other", "title"), [(RULE, "", "1 -> -"), ("", RULE, "- -> 1")])
def test_a_rule_in_one_book_only_is_told_whole(one: str, other: str, title: str) -> None:
    empty = "\nrules:\n"
    (change,) = differences(book(one or empty), book(other or empty))
    assert str(change).startswith(f"the-rule {title}\n")
    assert {each.field for each in change.fields} >= {"queue", "case 2 outcome", "fact fee match"}
    assert changed(book(one or empty), book(other or empty)) == ("the-rule",)


def test_equal_books_differ_in_nothing() -> None:
    assert (differences(book(), book()), changed(book(), book())) == ((), ())
