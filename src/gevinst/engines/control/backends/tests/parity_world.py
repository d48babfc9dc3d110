"""Loans of books with everything that rules can ask, and seeded rows with unknowns, ties and odd letters."""

from __future__ import annotations

import random
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa

from gevinst.engines.blockkit import arrays
from gevinst.engines.control import Plan, load_rulebook, plan
from gevinst.engines.control.tests.conftest import CASE, RULE

REGISTERS = {
    "fees": {"kind": "str", "rate": "decimal", "name": "str", "start": "date", "end": "date"},
    "history": {"key": "str", "reference": "str", "place": "int", "amount": "money"},
}
PARAMETERS = {"days": "int", "limit": "decimal", "from": "date", "mark": "str"}
GIVEN = {"days": 3, "limit": Decimal("0.0105"), "from": date(2026, 10, 9), "mark": None}
BOOK = """
subjects:
  loan:
    {kind: str, on: date, price: decimal, quantity: decimal, base: decimal, amount: money,
     key: str, reference: str, position: int, count: int}
facts:
  fee:
    subject: loan
    register: fees
    match: {kind: kind}
    valid: {from: start, to: end, on: on}
    within: parameter.days
    values: [rate, name]
    totals: [rate, start]
  exact_fee:
    subject: loan
    register: fees
    match: {kind: kind}
    valid: {from: start, to: end, on: on}
    values: [rate]
  before:
    subject: loan
    register: history
    match: {key: key}
    where: edit_distance(row.reference, loan.reference) == 1
    other_than: [reference]
    totals: [amount, place]
  earlier:
    subject: loan
    register: loan
    match: {key: key, amount: amount}
    earlier: [position]
"""
# One rule for each condition: `ok` where it holds, `fail` where not, undecided where it cannot be told.
CONDITIONS = (
    "fee.matches == 1 and fee.rate < loan.price",
    "fee.known == 1 and fee.distance <= 2",
    "exact_fee.distance > parameter.days",
    "exact_fee.matches > 0 and abs(exact_fee.rate - loan.price) <= parameter.limit",
    "fee.sum_rate > 10.0005",
    "fee.min_rate != fee.max_rate",
    "fee.first_rate == loan.price",
    "fee.name == 'ø' or fee.last_rate <= loan.price",
    "fee.max_start >= loan.on",
    "before.matches > 0",
    "before.sum_amount >= loan.amount - 0.00049",
    "before.first_place < before.last_place",
    "earlier.matches between 1 and 3",
    "quotient_rounds_to(loan.price * loan.quantity, loan.base, loan.amount)",
    "loan.price * loan.quantity * 0.0015 > 0.01234567",
    "add_days(loan.on, loan.count) < parameter.from",
    "days_between(loan.on, parameter.from) >= 0",
    "max(loan.price, loan.amount) == min(loan.price, loan.amount)",
    "if_missing(loan.price, loan.amount) not in (1, 2.5)",
    "length(loan.reference) > 2 and starts_with(loan.reference, 'Å')",
    "loan.kind is missing or not (loan.kind == 'a1')",
    "loan.reference == parameter.mark",
    "-loan.price < loan.count - 7",
)
LETTERS = "aøÅ1"


def world(folder: Path) -> Plan:
    """The plan of all the rules."""
    rules = []
    for number, condition in enumerate(CONDITIONS):
        cases = [(condition, "ok"), ("", "fail")]
        written = "".join(
            CASE.format(when=f'when: "{when}"' if when else "otherwise: true", outcome=outcome)
            for when, outcome in cases
        )
        rules.append(RULE.format(id=f"rule-{number}", cases=written).replace("\nrules:\n", ""))
    (folder / "rules.yaml").write_text(f"{BOOK}\nrules:\n{''.join(rules)}", encoding="utf-8")
    book = load_rulebook(folder, REGISTERS, PARAMETERS)
    return plan(book, "loan", book.rules, registers=REGISTERS, parameters=PARAMETERS)


def rows(ready: Plan, count: int, seed: int) -> tuple[pa.Table, dict[str, pa.Table]]:
    """So many loans, and registers of about as many rows in which many a row ties with another."""
    chance = random.Random(seed)
    loans = [_loan(chance, place, count) for place in range(count)]
    fees = [_fee(chance, count) for _ in range(count // 2)]
    history = [_past(chance, count) for _ in range(count // 2)]
    own = {name: kind for name, kind in ready.columns.items() if "." not in name}
    subjects = arrays.table(own, loans)
    tables = {
        "fees": arrays.table(REGISTERS["fees"], fees),
        "history": arrays.table(REGISTERS["history"], history),
    }
    return subjects, {**tables, "loan": subjects}


def _loan(chance: random.Random, place: int, count: int) -> dict[str, Any]:
    base, quantity = chance.choice([0, 1, 3, 7]), chance.choice([-1, 0, 1, 2])
    loan = {
        "kind": _kind(chance, count), "on": _day(chance), "price": _number(chance, 6), "quantity": quantity,
        "base": base, "amount": _number(chance, 2), "key": _kind(chance, count), "reference": _word(chance),
        "position": place // 2, "count": chance.randrange(-9, 9),
    }  # fmt: skip
    loan["quantity"], loan["base"] = Decimal(quantity), Decimal(base)
    return {name: value for name, value in loan.items() if name == "position" or _told(chance)}


def _fee(chance: random.Random, count: int) -> dict[str, Any]:
    start = _day(chance)
    row = {
        "kind": _kind(chance, count), "rate": _number(chance, 6), "name": _word(chance)[:1],
        "start": start, "end": start + timedelta(days=chance.randrange(9)),
    }  # fmt: skip
    return {name: value for name, value in row.items() if _told(chance)}


def _past(chance: random.Random, count: int) -> dict[str, Any]:
    row = {
        "key": _kind(chance, count), "reference": _word(chance), "place": chance.randrange(5),
        "amount": _number(chance, 2),
    }  # fmt: skip
    return {name: value for name, value in row.items() if _told(chance)}


def _told(chance: random.Random) -> bool:
    return chance.random() > 0.06


def _kind(chance: random.Random, count: int) -> str:
    return chance.choice("abc") + str(chance.randrange(max(1, count // 12)))


def _day(chance: random.Random) -> date:
    return date(2026, 10, 1) + timedelta(days=chance.randrange(20))


def _number(chance: random.Random, places: int) -> Decimal:
    return Decimal(chance.randrange(-300, 900)).scaleb(-min(places, chance.choice([0, 1, 2, 6])))


def _word(chance: random.Random) -> str:
    return "".join(chance.choices(LETTERS, k=chance.randrange(1, 4)))
