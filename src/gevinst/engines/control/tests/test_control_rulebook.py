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
    ("otherwise: true", "otherwise: yes", "expected one of true, found 'yes'"),
    ("owner: Ejer", "owner: ''", "expected a text, found nothing"),
    ("valid_from: 2020-01-01", "valid_from: 2020-01-01\n    valid_to: 2019-12-31",
     "expected a date from 2020-01-01 on, found 2019-12-31"),
    ("queue: desk", "queue: desk\n    mode: quiet", "expected one of live, shadow, found 'quiet'"),
    ("fee.rate == loan.price", "fee.rate == 'a'", "expected a number, found a text"),
    ("fee.rate == loan.price", "fee.rate", "expected a condition, found a number"),
    ("match: {key: key}\n    earlier", "match: {}\n    earlier", "expected at least one pair"),
    ("match: {key: key}\n    earlier", "match: {key: count}\n    earlier",
     "expected a column of the kind str, found int"),
    ("valid: {from: start", "valid: {from: rate", "expected one of start, end, found 'rate'"),
    ("values: [rate]", "values: [rate]\n    totals: [kind]", "expected one of rate, start, end"),
    ("values: [rate]", "values: [rate]\n    where: row.rate > event.known", "event.known is unknown"),
    ("values: [rate]", "values: [rate]\n    where: row.rate", "expected a condition, found a number"),
    ("values: [rate]", "values: [rate]\n    words: {x: {da: a, en: b}}", "expected one of kind, rate"),
    ("  before:\n", "  row:\n", "expected another name: 'row' is taken"),
    ("  before:\n", "  loan:\n", "expected another name: 'loan' is taken"),
    ("{kind: str, on: date,", "{kind: {kind: str, da: art}, on: date,", "expected the key 'en'"),
    ("rules:", "words:\n  loan.colour: {da: a, en: b}\nrules:", "loan.colour is unknown"),
    ("rules:", "words:\n  colour: {da: a, en: b}\nrules:", "colour. is unknown; expected one of"),
    ("given: {}, outcome: ok", "given: {}, outcome: fail", "expected an example with the outcome ok"),
    ("given: {}, outcome: ok", "given: {loan.x: 1}, outcome: ok", "loan.x is unknown"),
    ("given: {}, outcome: ok", "given: {loan: 1}, outcome: ok", "a name of the form owner.attribute"),
    ("given: {}, outcome: ok", "given: {loan.on: 1}, outcome: ok", "a date as YYYY-MM-DD, found '1'"),
    ("given: {}, outcome: ok", "given: {loan.amount: 1.005}, outcome: ok", "an amount, found '1.005'"),
    ("given: {}, outcome: ok", "given: {loan.price: much}, outcome: ok", "a number, found 'much'"),
    ("given: {}, outcome: ok", "given: {}, outcome: ok, case: 4", "expected one of 1, 2, 3, unknown"),
    ("    examples:", "    exampels:", "expected the key 'examples'"),
    ("rules:", "rules: [", "did not find"),
    ("da: Reglen", "da: \x07", "control characters are not allowed"),
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


@pytest.mark.parametrize(
    ("condition", "at"),
    [
        ('"fee.rate == loan.colour"', "loan.colour"),
        ("fee.rate == loan.colour", "loan.colour"),
        ("'fee.rate   ==   loan.colour'", "loan.colour"),
        (">\n          fee.rate ==\n          loan.colour", "loan.colour"),
        ("fee.rate >\n          0 and loan.colour == 1", "loan.colour"),
        ("|\n          fee.rate ==\n          loan.colour", "loan.colour"),
        ("loan.kind == 'æøå' and loan.price = 3", "= 3"),
        ("loan.price == loan.kind", "loan.kind"),
        ("loan.price + loan.on > 3", "loan.on"),
        ("loan.kind < 'a'", "loan.kind"),
    ],
)
def test_a_mistake_in_a_condition_is_named_to_the_column(
    tmp_path: Path, condition: str, at: str
) -> None:
    text = (SUBJECTS + FACTS + GOOD).replace('"fee.rate == loan.price"', condition)
    with pytest.raises(RuleFault) as caught:
        load_rulebook({"rules.yaml": text}, REGISTERS, PARAMETERS)
    assert text.splitlines()[caught.value.line - 1][caught.value.column - 1 :].startswith(at)


def test_a_condition_that_ends_too_soon_is_named_at_its_end(tmp_path: Path) -> None:
    text = (SUBJECTS + FACTS + GOOD).replace('"fee.rate == loan.price"', "fee.rate ==")
    with pytest.raises(RuleFault) as caught:
        load_rulebook({"rules.yaml": text}, REGISTERS, PARAMETERS)
    assert text.splitlines()[caught.value.line - 1][: caught.value.column - 1].endswith("rate ==")


def test_the_place_of_an_unknown_name_in_a_message_is_its_own() -> None:
    text = (SUBJECTS + FACTS + GOOD).replace("da: m, en: m", "da: 'Art {loan.colour}', en: m", 1)
    with pytest.raises(RuleFault) as caught:
        load_rulebook({"rules.yaml": text}, REGISTERS, PARAMETERS)
    line = text.splitlines()[caught.value.line - 1]
    assert line[caught.value.column - 1 :].startswith("loan.colour")


def test_the_line_is_the_one_of_the_mistake(tmp_path: Path) -> None:
    text = (SUBJECTS + FACTS + GOOD).replace("order: 1", "order: one")
    (tmp_path / "rules.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(RuleFault) as caught:
        load_rulebook(tmp_path, REGISTERS, PARAMETERS)
    assert text.splitlines()[caught.value.line - 1].strip() == "order: one"


def test_two_files_may_not_give_a_fact_or_a_rule_twice(tmp_path: Path) -> None:
    loaded(tmp_path, GOOD)
    (tmp_path / "second.yaml").write_text(GOOD, encoding="utf-8")
    with pytest.raises(
        RuleFault,
        match=r"the rule 'the-rule' stands twice with version '1'; first at .*rules.yaml:",
    ):
        load_rulebook(tmp_path, REGISTERS, PARAMETERS)
    (tmp_path / "second.yaml").write_text(FACTS, encoding="utf-8")
    with pytest.raises(RuleFault, match="the fact 'fee' is declared twice"):
        load_rulebook(tmp_path, REGISTERS, PARAMETERS)


def test_the_columns_of_a_subject_may_stand_in_two_files_but_none_twice() -> None:
    more = "subjects:\n  loan: {weight: decimal}\n"
    files = {"a.yaml": SUBJECTS + FACTS + GOOD, "b.yaml": more}
    book = load_rulebook(files, REGISTERS, PARAMETERS)
    assert {"price", "weight"} <= book.subjects["loan"].keys()
    with pytest.raises(RuleFault, match=r"c.yaml:2:10: the column loan.weight is declared twice"):
        load_rulebook({**files, "c.yaml": more}, REGISTERS, PARAMETERS)


@pytest.mark.parametrize(
    ("files", "said"),
    [({}, "expected at least one .yaml file"), ({"a.yaml": ""}, "found an empty file")],
)
def test_nothing_to_read_is_said(tmp_path: Path, files: dict[str, str], said: str) -> None:
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(RuleFault, match=said):
        load_rulebook(tmp_path, REGISTERS, PARAMETERS)
