"""Rule files: what is loaded, and the place and expectation named for every kind of mistake."""

from datetime import date
from pathlib import Path

import pytest

from gevinst.engines.blockkit.contract import Outcome, Severity, Text
from gevinst.engines.control import RuleFault, load_rulebook
from gevinst.engines.control.tests.conftest import (
    FACTS,
    PARAMETERS,
    REGISTERS,
    SUBJECTS,
    loaded,
    rule,
)

GOOD = rule(("fee.rate == loan.price", "ok"), ("event.matches == 0", "undecided"), ("", "fail"))


def test_a_rule_is_read_with_all_that_it_says(tmp_path: Path) -> None:
    (found,) = loaded(tmp_path, GOOD).rules
    assert (found.id, found.version, found.name) == ("the-rule", "1", Text("Reglen", "The rule"))
    assert (found.severity, found.queue, found.valid_from) == (
        Severity.MANDATORY, "desk", date(2020, 1, 1),
    )  # fmt: skip
    assert [case.outcome for case in found.cases] == [Outcome.OK, Outcome.UNDECIDED, Outcome.FAIL]
    assert (found.reads, found.facts) == (("price",), ("fee", "event"))


def test_rules_stand_in_their_order(tmp_path: Path) -> None:
    second = (
        rule(("", "ok"), named="first").replace("\nrules:\n", "").replace("order: 1", "order: 0")
    )
    assert [each.id for each in loaded(tmp_path, GOOD + second).rules] == ["first", "the-rule"]


@pytest.mark.parametrize(
    ("valid_to", "on", "in_force"),
    [
        ("", date(2019, 12, 31), False),
        ("", date(2020, 1, 1), True),
        ("", date(2030, 1, 1), True),
        ("    valid_to: 2021-06-30\n", date(2021, 6, 30), True),
        ("    valid_to: 2021-06-30\n", date(2021, 7, 1), False),
    ],
)
def test_a_rule_is_in_force_within_its_dates(
    tmp_path: Path, valid_to: str, on: date, in_force: bool
) -> None:
    text = GOOD.replace("    owner: Ejer\n", f"{valid_to}    owner: Ejer\n")
    assert bool(loaded(tmp_path, text).about("loan", on)) is in_force


def test_the_digest_changes_with_the_rules(tmp_path: Path) -> None:
    before = loaded(tmp_path, GOOD).digest
    assert loaded(tmp_path, GOOD).digest == before
    assert loaded(tmp_path, GOOD.replace("order: 1", "order: 2")).digest != before


MISTAKES = [
    ("order: 1", "order: one", "expected a whole number, found 'one'"),
    ("2020-01-01", "1.1.2020", "expected a date as YYYY-MM-DD, found '1.1.2020'"),
    ("severity: mandatory", "severity: high", "expected one of mandatory, advisory, found 'high'"),
    ("subject: loan\n    order", "subject: book\n    order", "expected one of loan, found 'book'"),
    ("    queue: desk\n", "", "expected the key 'queue'"),
    ("queue: desk", "queue: desk\n    colour: red", "unknown key 'colour'; expected id"),
    ("queue: desk", "queue: [desk]", "expected one value, found a list or a mapping"),
    ("{da: Reglen, en: The rule}", "Reglen", "expected a mapping"),
    ("{da: Reglen, en: The rule}", "{da: Reglen}", "expected the key 'en'"),
    ("{da: Reglen, en: The rule}", "{da: a, da: b, en: c}", "'da' stands here twice"),
    ("fee.rate == loan.price", "fee.rate = loan.price", "sign, found '=', in 'fee.rate = loan.price'"),
    ("fee.rate == loan.price", "fee.colour == 1", "fee.colour is unknown; expected one of fee.distance"),
    ("fee.rate == loan.price", "tax.rate == 1", "tax.rate is unknown; expected one of before, event"),
    ("fee.rate == loan.price", "parameter.x == 1", "expected one of parameter.days, parameter.limit"),
    ("otherwise: true", 'when: "loan.count == 1"', "expected the last case to be `otherwise: true`"),
    ("otherwise: true", "why: true", "unknown key 'why'"),
    ("- otherwise: true", '- when: "1"\n        otherwise: true', "either `when` or `otherwise: true`"),
    ("outcome: fail", "outcome: fail\n        wait: true", "only an undecided case can wait"),
    ("outcome: undecided\n", "outcome: undecided\n        wait: maybe\n", "expected one of true, false"),
    ("da: m, en: m", "da: '{loan.price', en: m", "a placeholder is written {owner.attribute|form}"),
    ("da: m, en: m", "da: '{loan.price|red}', en: m", "the form 'red' is none of plain, money"),
    ("da: m, en: m", "da: '{loan.colour}', en: m", "loan.colour is unknown"),
    ("register: fees", "register: taxes", "expected one of fees, events, history, loan"),
    ("match: {kind: kind}\n    valid: {from: start", "match: {sort: kind}\n    valid: {from: start",
     "expected one of kind, rate, start, end, found 'sort'"),
    ("values: [rate]", "values: [price]", "expected one of kind, rate, start, end, found 'price'"),
    ("values: [rate]", "values: rate", "expected a list"),
    ("within: parameter.days", "within: loan.count", "loan.count is unknown; expected one of parameter"),
    ("earlier: [position]", "earlier: [place]", "expected one of kind, on, price"),
    ("  before:\n", "  fee:\n", "'fee' stands here twice"),
    ("price: decimal", "price: float", "expected one of str, int, date, money, decimal, found 'float'"),
    ("rules:", "rules: [", "did not find"),
    ("rules:", "rulez:", "unknown key 'rulez'; expected facts, rules, subjects, words"),
]  # fmt: skip


@pytest.mark.parametrize(("right", "wrong", "said"), MISTAKES, ids=[each[2] for each in MISTAKES])
def test_a_mistake_is_named_with_its_file_line_and_column(
    tmp_path: Path, right: str, wrong: str, said: str
) -> None:
    text = SUBJECTS + FACTS + GOOD
    assert right in text
    file = tmp_path / "rules.yaml"
    file.write_text(text.replace(right, wrong), encoding="utf-8")
    with pytest.raises(RuleFault) as caught:
        load_rulebook(tmp_path, REGISTERS, PARAMETERS)
    assert said in str(caught.value)
    assert str(caught.value).startswith(f"{file}:{caught.value.line}:{caught.value.column}: ")
    assert 1 <= caught.value.line <= len(text.splitlines()) + 2


def test_the_line_is_the_one_of_the_mistake(tmp_path: Path) -> None:
    text = (SUBJECTS + FACTS + GOOD).replace("order: 1", "order: one")
    (tmp_path / "rules.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(RuleFault) as caught:
        load_rulebook(tmp_path, REGISTERS, PARAMETERS)
    assert text.splitlines()[caught.value.line - 1].strip() == "order: one"


def test_two_files_may_not_give_a_fact_or_a_rule_twice(tmp_path: Path) -> None:
    loaded(tmp_path, GOOD)
    (tmp_path / "second.yaml").write_text(GOOD, encoding="utf-8")
    with pytest.raises(RuleFault, match="the rule 'the-rule' stands twice"):
        load_rulebook(tmp_path, REGISTERS, PARAMETERS)
    (tmp_path / "second.yaml").write_text(FACTS, encoding="utf-8")
    with pytest.raises(RuleFault, match="the fact 'fee' is declared twice"):
        load_rulebook(tmp_path, REGISTERS, PARAMETERS)


@pytest.mark.parametrize(
    ("files", "said"),
    [({}, "expected at least one .yaml file"), ({"a.yaml": ""}, "found an empty file")],
)
def test_nothing_to_read_is_said(tmp_path: Path, files: dict[str, str], said: str) -> None:
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(RuleFault, match=said):
        load_rulebook(tmp_path, REGISTERS, PARAMETERS)
