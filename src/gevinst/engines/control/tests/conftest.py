"""A small rule book to try facts and rules on: loans of books."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from gevinst.engines.blockkit import arrays
from gevinst.engines.control import Plan, RuleBook, load_rulebook, plan

REGISTERS = {
    "fees": {"kind": "str", "rate": "decimal", "start": "date", "end": "date"},
    "events": {"kind": "str", "on": "date"},
    "history": {"key": "str", "reference": "str"},
}
PARAMETERS = {"days": "int", "limit": "decimal"}
GIVEN = {"days": 3, "limit": None}
SUBJECTS = """
subjects:
  loan:
    {kind: str, on: date, price: decimal, quantity: decimal, base: decimal, amount: money,
     key: str, reference: str, position: int, count: int}
"""
FACTS = """
facts:
  fee:
    subject: loan
    register: fees
    match: {kind: kind}
    valid: {from: start, to: end, on: on}
    values: [rate]
  event:
    subject: loan
    register: events
    match: {kind: kind}
    valid: {from: on, to: on, on: on}
    within: parameter.days
  seen:
    subject: loan
    register: history
    match: {key: key}
    other_than: [reference]
  before:
    subject: loan
    register: loan
    match: {key: key}
    earlier: [position]
"""
RULE = """
rules:
  - id: {id}
    version: "1"
    name: {{da: Reglen, en: The rule}}
    subject: loan
    order: 1
    valid_from: 2020-01-01
    owner: Ejer
    legal_basis: Ingen
    severity: mandatory
    queue: desk
    cases:
{cases}
    unknown: {{da: ukendt, en: unknown}}
    examples:
      - {{title: {{da: god, en: good}}, given: {{}}, outcome: ok}}
      - {{title: {{da: ukendt, en: unknown}}, given: {{}}, outcome: undecided}}
"""
CASE = "      - {when}\n        outcome: {outcome}\n        message: {{da: m, en: m}}\n"
Row = Mapping[str, Any]


def rule(*cases: tuple[str, str], named: str = "the-rule") -> str:
    """YAML of a rule with those conditions and outcomes; the condition "" is `otherwise`."""
    written = (
        CASE.format(when=f'when: "{when}"' if when else "otherwise: true", outcome=outcome)
        for when, outcome in cases
    )
    return RULE.format(id=named, cases="".join(written))


def loaded(folder: Path, rules: str, facts: str = FACTS) -> RuleBook:
    """The rule book of that YAML."""
    (folder / "rules.yaml").write_text(SUBJECTS + facts + rules, encoding="utf-8")
    return load_rulebook(folder, REGISTERS, PARAMETERS)


@pytest.fixture(scope="session")
def answered(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., list[Row]]:
    """Runs rules on loans against registers; the answers, one row a loan."""
    plans: dict[str, tuple[RuleBook, Plan]] = {}

    def planned(rules: str, facts: str) -> tuple[RuleBook, Plan]:
        if rules + facts not in plans:
            book = loaded(tmp_path_factory.mktemp("rules"), rules, facts)
            about = book.about("loan", date(2026, 1, 1))
            compiled = plan(book, "loan", about, registers=REGISTERS, parameters=PARAMETERS)
            plans[rules + facts] = book, compiled
        return plans[rules + facts]

    def run(
        loans: Sequence[Row], rules: str = "", facts: str = FACTS, **registers: Sequence[Row]
    ) -> list[Row]:
        book, compiled = planned(rules or rule(("", "ok")), facts)
        subjects = arrays.table(book.subjects["loan"], loans)
        tables = {
            name: arrays.table(kinds, registers.get(name, [])) for name, kinds in REGISTERS.items()
        }
        return compiled.run(subjects, {**tables, "loan": subjects}, GIVEN).to_pylist()

    return run
