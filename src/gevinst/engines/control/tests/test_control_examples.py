"""Examples: run by the compiled conditions, and named where the rule says something else."""

from pathlib import Path

import pytest

from gevinst.engines.control import check_examples
from gevinst.engines.control.tests.conftest import loaded, rule
from gevinst.engines.control.trial import try_examples

CASES = rule(("fee.rate == loan.price", "ok"), ("event.matches == 0", "undecided"), ("", "fail"))
EXAMPLES = CASES[CASES.index("      - {title: {da: god") :]
SOUND = [
    "given: {fee.rate: 10, loan.price: '10.00'}, outcome: ok, case: 1",
    "given: {fee.rate: 10, loan.price: 11, event.matches: 0}, outcome: undecided, case: 2",
    "given: {fee.rate: 10, loan.price: 11, event.matches: 1}, outcome: fail",
    "given: {fee.rate: 10, loan.price: ~}, outcome: undecided, case: unknown",
    "given: {loan.on: 2026-01-01, parameter.days: 3, loan.kind: ''}, outcome: undecided",
]


def with_examples(*examples: str) -> str:
    written = "".join(f"      - {{title: {{da: t, en: t}}, {each}}}\n" for each in examples)
    return CASES.replace(EXAMPLES, written)


def test_examples_that_hold_are_no_fault(tmp_path: Path) -> None:
    assert check_examples(loaded(tmp_path, with_examples(*SOUND))) == []


@pytest.mark.parametrize(
    ("example", "expected", "found"),
    [
        ("given: {fee.rate: 10, loan.price: 10}, outcome: fail", "fail", "ok (case 1)"),
        ("given: {fee.rate: 10, loan.price: 11, event.matches: 0}, outcome: ok, case: 1",
         "ok (case 1)", "undecided (case 2)"),
        ("given: {fee.rate: 10}, outcome: undecided, case: 2",
         "undecided (case 2)", "undecided (something unknown)"),
    ],
)  # fmt: skip
def test_a_broken_example_is_named_with_its_place(
    tmp_path: Path, example: str, expected: str, found: str
) -> None:
    text = with_examples(*SOUND, example)
    (fault,) = check_examples(loaded(tmp_path, text))
    assert (fault.rule, fault.number, fault.expected, fault.found) == (
        "the-rule", 6, expected, found,
    )  # fmt: skip
    line = int(fault.place.split(":")[-2])
    written = (tmp_path / "rules.yaml").read_text(encoding="utf-8").splitlines()[line - 1]
    assert example in written
    assert str(fault).startswith(f"{fault.place}: example 6 of the rule 'the-rule' version '1'")


def test_the_message_of_an_example_has_its_values(tmp_path: Path) -> None:
    text = with_examples(*SOUND).replace("da: m,", "da: 'Pris {loan.price|money}, {fee.rate}',", 1)
    tried = try_examples(loaded(tmp_path, text))
    assert tried[0].message.da == "Pris 10,00 kr., 10"


def test_versions_of_a_rule_are_tried_side_by_side(tmp_path: Path) -> None:
    first = with_examples(*SOUND).replace("valid_from", "valid_to: 2020-12-31\n    valid_from")
    second = (
        with_examples("given: {loan.price: 1}, outcome: ok", "given: {}, outcome: undecided")
        .replace("\nrules:\n", "")
        .replace('version: "1"', 'version: "2"')
        .replace("2020-01-01", "2021-01-01")
        .replace("fee.rate == loan.price", "loan.price == 1")
    )
    book = loaded(tmp_path, first + second)
    assert check_examples(book) == []
    assert [each.version for each in book.versions("the-rule")] == ["1", "2"]
    assert [each.rule.version for each in try_examples(book, book.rules[1:])] == ["2", "2"]


def test_a_book_without_rules_has_no_examples(tmp_path: Path) -> None:
    assert try_examples(loaded(tmp_path, "")) == []
