"""A block of loans: rules as data, two kinds of subjects and a register; small, to be decided often."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from gevinst.engines.blockkit import arrays
from gevinst.engines.blockkit.contract import (
    Decided,
    Delivery,
    Extract,
    Finding,
    Item,
    Judgement,
    Manifest,
    Parameter,
    Refused,
    Register,
    Registers,
    RegisterSpec,
    RuleText,
    Section,
    Text,
)
from gevinst.engines.blockkit.parameters import typed
from gevinst.engines.blockkit.registers import conforming
from gevinst.engines.control import RuleBook, Source, evaluate, load_rulebook, plan, table, verdict

ON = date(2026, 11, 2)
AT = datetime(2026, 11, 2, 8, tzinfo=UTC)
NO = Text("", "")
MEMBERS = RegisterSpec("members", NO, {"cpr": "str", "fee": "decimal"}, personal=frozenset({"cpr"}))
SEEN = RegisterSpec("seen", NO, {"number": "str"}, required=False)
MANIFEST = Manifest(
    key="loans", name=NO, summary=NO, version="1", owner="", kle=(), form=(), inputs=(),
    registers=(MEMBERS, SEEN), parameters=(Parameter("most", NO, "decimal", "100"),), queues={},
    manual_minutes=Decimal(1), exception_minutes=Decimal(1), minutes_source=NO,
)  # fmt: skip
RULES = """
subjects:
  loan: {number: str, position: int, total: money, note: str}
  book: {cpr: str, fee: decimal}
facts:
  twice: {subject: loan, register: loan, match: {number: number}, earlier: [position]}
  seen_before: {subject: loan, register: seen, match: {number: number}}
  member: {subject: book, register: members, match: {cpr: cpr}, values: [fee]}
rules:
"""
RULE = """
  - {{id: {id}, version: "1", name: {{da: x, en: x}}, subject: {subject}, order: {order},
     valid_from: 2020-01-01, owner: x, legal_basis: "", severity: mandatory, queue: {id}-desk,
     unknown: {{da: x, en: x}}, cases: [{cases}],
     examples: [{{title: {{da: x, en: x}}, given: {{{good}}}, outcome: ok}},
                {{title: {{da: x, en: x}}, given: {{{bad}}}, outcome: {wrong}}}]}}
"""
CASE = "{{{when}, outcome: {outcome}, wait: {wait}, message: {{da: m, en: m}}}}"


def rule(id_: str, subject: str, order: int, *cases: str, good: str, bad: str) -> str:
    """A rule with cases `condition -> outcome`, a `wait` outcome being undecided that time may settle."""
    written, outcomes = [], []
    for case in cases:
        when, _, outcome = case.rpartition("->")
        condition = f'when: "{when.strip()}"' if when.strip() else "otherwise: true"
        waits = outcome.strip() == "wait"
        outcomes.append("undecided" if waits else outcome.strip())
        written.append(CASE.format(when=condition, outcome=outcomes[-1], wait=str(waits).lower()))
    wrong = next(each for each in outcomes if each != "ok")
    return RULE.format(
        id=id_,
        subject=subject,
        order=order,
        cases=", ".join(written),
        good=good,
        bad=bad,
        wrong=wrong,
    )


BOOK = RULES + "".join(
    [
        rule(
            "again", "loan", 1, "seen_before.matches > 0 -> fail", "twice.matches > 0 -> fail", "-> ok",
            good="seen_before.matches: 0, twice.matches: 0", bad="seen_before.matches: 1",
        ),
        rule(
            "total", "loan", 2, "loan.total > parameter.most -> fail", "-> ok",
            good='loan.total: "1.00", parameter.most: "2"', bad='loan.total: "3.00", parameter.most: "2"',
        ),
        rule(
            "member", "book", 3, "member.matches == 0 -> wait", "member.fee == book.fee -> ok", "-> fail",
            good='member.matches: 1, member.fee: "1", book.fee: "1"', bad="member.matches: 0",
        ),
    ]
)  # fmt: skip


@dataclass(frozen=True)
class Loan:
    """What a rule sees of a loan, or of a book in it."""

    columns: Mapping[str, Any]
    line: str = ""

    def path(self, column: str) -> str:
        return ""


class Loans:
    """Documents are JSON: `number`, `total`, `note`, and `books` of `cpr` and `fee`."""

    manifest = MANIFEST
    folder = Path()
    rule_texts: Mapping[str, RuleText] = {}

    def __init__(self, rules: str = BOOK) -> None:
        self.rule_files: Mapping[str, str] = {"loans.yaml": rules}

    @property
    def rules(self) -> RuleBook:
        parameters = {each.name: each.kind for each in MANIFEST.parameters}
        columns = {spec.name: spec.columns for spec in MANIFEST.registers}
        return load_rulebook(self.rule_files, columns, parameters)

    def with_rules(self, rule_files: Mapping[str, str]) -> "Loans":
        return Loans(rule_files["loans.yaml"])

    def read(self, content: bytes, name: str) -> Item | Refused:
        digest = hashlib.sha256(content).hexdigest()
        if not content.startswith(b"{"):
            return Refused(digest, f"not-json-{name}", NO)
        loan = json.loads(content)
        total = Decimal(loan["total"])
        return Item(
            f"{loan['number']}-{digest[:8]}", digest, name, "", total, "DKK", None, None, {}, loan
        )

    def judge_batch(
        self, items: Sequence[Item], registers: Registers, on: date, parameters: Mapping[str, str]
    ) -> Judgement:
        book, given = self.rules, typed(MANIFEST, parameters)
        about = {"loan": list(map(_loan, items, range(len(items)))), "book": []}
        places = {"loan": list(range(len(items))), "book": []}
        for place, item in enumerate(items):
            about["book"] += [_book(each, n) for n, each in enumerate(item.document["books"])]
            places["book"] += [place] * len(item.document["books"])
        rows = {kind: table(book, kind, about[kind]) for kind in about}
        sources = {
            spec.name: Source(spec.name, conforming(spec, registers), "x", spec.personal)
            for spec in MANIFEST.registers
        }
        sources["loan"] = Source("loan", rows["loan"], "batch")
        judged: list[list[Any]] = [[] for _ in items]
        answers = {}
        for kind, subjects in about.items():
            ready = planned(book, kind, on)
            tables = {name: sources[name].table for name in ready.registers()}
            answers[kind] = ready.run(rows[kind], tables, given)
            found = evaluate(ready, rows[kind], subjects, sources, given)
            for place, each in zip(places[kind], found, strict=True):
                judged[place] += each
        decided = tuple(
            verdict(item.reference, each, on) for item, each in zip(items, judged, strict=True)
        )
        numbered = {
            kind: rows[kind].append_column("item", arrays.column("int", places[kind]))
            for kind in rows
        }
        return Judgement(decided, book.digest, numbered, answers)

    def decide(self, *given: Any) -> list[Decided]:
        return list(self.judge_batch(*given).decided)

    def present(self, item: Item, findings: Sequence[Finding]) -> list[Section]:
        return []

    def deliver(self, approved: Sequence[Item]) -> Delivery:
        return Delivery(())


PLANS: dict[Any, Any] = {}


def planned(book: RuleBook, kind: str, on: date) -> Any:
    """The plan, compiled once for all tests."""
    key = book.digest, kind, on
    if key not in PLANS:
        PLANS[key] = plan(
            book, kind, book.about(kind, on), registers=book.registers, parameters=book.parameters
        )
    return PLANS[key]


def _loan(item: Item, position: int) -> Loan:
    loan = item.document
    return Loan(
        {
            "number": loan["number"],
            "position": position,
            "total": Decimal(loan["total"]),
            "note": loan.get("note"),
        }
    )


def _book(book: Mapping[str, Any], number: int) -> Loan:
    fee = book.get("fee")
    return Loan({"cpr": book.get("cpr"), "fee": None if fee is None else Decimal(fee)}, str(number))


def registers(members: Mapping[str, str], seen: Sequence[str] | None = None) -> dict[str, Register]:
    """Members (CPR number -> fee), and numbers seen before; no such register where that is None."""
    rows = [{"cpr": cpr, "fee": Decimal(fee)} for cpr, fee in members.items()]
    found = {"members": register("members", arrays.table(MEMBERS.columns, rows))}
    if seen is not None:
        numbers = [{"number": each} for each in seen]
        found["seen"] = register("seen", arrays.table(SEEN.columns, numbers))
    return found


def register(name: str, rows: pa.Table) -> Register:
    """The table as a register of an extract."""
    return Register(name, rows, Extract(f"{name}-1", AT, f"{name}.csv", "0" * 64))


@pytest.fixture
def loans() -> Loans:
    """The block."""
    return Loans()


@pytest.fixture
def newer(loans: Loans) -> Loans:
    """The block in a later version."""
    later = Loans()
    later.manifest = replace(loans.manifest, version="2")
    return later
