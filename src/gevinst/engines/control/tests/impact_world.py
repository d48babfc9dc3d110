"""Loans of books decided in batches: what an impact report is made on, and what it ought to say."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

import pyarrow as pa

from gevinst.engines.blockkit import arrays
from gevinst.engines.blockkit.contract import Finding, Text
from gevinst.engines.control import Judged, Plan, RuleBook, load_rulebook, plan, verdict
from gevinst.engines.control.past import PastBatch, PastRegister, TableRows

ON = date(2026, 11, 2)
NO = Text("", "")
REGISTERS = {
    "members": {"cpr": "str", "fee": "decimal"},
    "seen": {"number": "str"},
    "debts": {"cpr": "str"},
}
PARAMETERS = {"most": "decimal", "least": "decimal"}
BOOK = """
subjects:
  loan: {number: str, position: int, total: money, late: int}
  book: {cpr: str, fee: decimal}
facts:
  twice: {subject: loan, register: loan, match: {number: number}, earlier: [position]}
  seen_before: {subject: loan, register: seen, match: {number: number}}
  membership: {subject: book, register: members, match: {cpr: cpr}, values: [fee]}
  debt: {subject: book, register: debts, match: {cpr: cpr}}
rules:
  - {id: again, subject: loan, order: 1, queue: again-desk, +
     cases: [{when: seen_before.matches > 0, outcome: fail, -}, {when: twice.matches > 0, outcome: fail, -},
             {otherwise: true, outcome: ok, -}],
     examples: [{=, given: {seen_before.matches: 0, twice.matches: 0}, outcome: ok},
                {=, given: {seen_before.matches: 1}, outcome: fail}]}
  - {id: total, subject: loan, order: 2, queue: total-desk, +
     cases: [{when: loan.total > parameter.most, outcome: fail, -}, {otherwise: true, outcome: ok, -}],
     examples: [{=, given: {loan.total: "1.00", parameter.most: "2"}, outcome: ok},
                {=, given: {loan.total: "3.00", parameter.most: "2"}, outcome: fail}]}
  - {id: member, subject: book, order: 2, queue: member-desk, +
     cases: [{when: membership.matches == 0, outcome: undecided, wait: true, -},
             {when: membership.fee == book.fee, outcome: ok, -}, {otherwise: true, outcome: fail, -}],
     examples: [{=, given: {membership.matches: 1, membership.fee: "1", book.fee: "1"}, outcome: ok},
                {=, given: {membership.matches: 0}, outcome: undecided}]}
"""
DEBT = """
  - {id: debt, subject: book, order: 3, queue: debt-desk, +
     cases: [{when: debt.matches > 0, outcome: fail, -}, {otherwise: true, outcome: ok, -}],
     examples: [{=, given: {debt.matches: 0}, outcome: ok}, {=, given: {debt.matches: 1}, outcome: fail}]}
"""
LATE = """
  - {id: late, subject: loan, order: 3, queue: late-desk, +
     cases: [{when: loan.late > 0, outcome: fail, -}, {otherwise: true, outcome: ok, -}],
     examples: [{=, given: {loan.late: 0}, outcome: ok}, {=, given: {loan.late: 1}, outcome: fail}]}
"""
SHORT = {
    " +\n": ' version: "1", name: {da: x, en: x}, valid_from: 2020-01-01, owner: x, legal_basis: "",'
    " severity: mandatory, unknown: {da: x, en: x},\n",
    ", -}": ", message: {da: m, en: m}}",
    "{=,": "{title: {da: x, en: x},",
}


@cache
def book(*changes: tuple[str, str], more: str = "") -> RuleBook:
    """The rules with texts replaced, and more of them."""
    text = BOOK + more
    for short, long in SHORT.items():
        text = text.replace(short, long)
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    return load_rulebook({"book.yaml": text}, REGISTERS, PARAMETERS)


@dataclass(frozen=True)
class Batch:
    """Loans with `number`, `total` and `books` of `cpr` and `fee`, and the registers of the day."""

    loans: Sequence[Mapping[str, Any]]
    members: Mapping[str, str] = field(default_factory=dict)
    seen: Sequence[str] | None = ()
    most: str = "100"

    def past(
        self, rules: RuleBook, *, stale: bool = False, known: RuleBook | None = None
    ) -> PastBatch:
        """The batch as it is archived once those rules have decided it."""
        subjects, places = self.subjects(rules)
        answers = self.answers(rules)
        tables = self.registers()
        registers = {
            name: PastRegister(repr(tables[name].to_pylist()), TableRows(tables[name]), stale)
            for name in ("members", "seen")
        }
        items = arrays.table(
            {"reference": "str", "amount": "money", "currency": "str"},
            [
                {"reference": str(place), "amount": Decimal(each["total"]), "currency": "DKK"}
                for place, each in enumerate(self.loans)
            ],
        )
        return PastBatch(
            on=ON,
            items=items,
            subjects={
                kind: TableRows(rows.append_column("item", arrays.column("int", places[kind])))
                for kind, rows in subjects.items()
            },
            answers={kind: TableRows(rows) for kind, rows in answers.items()},
            registers={**registers, "seen": registers["seen"] if self.seen is not None else None},
            parameters={"most": Decimal(self.most)},
            book=known,
        )

    def subjects(self, rules: RuleBook) -> tuple[dict[str, pa.Table], dict[str, list[int]]]:
        """The subjects of each kind, and the loan that each belongs to."""
        loans = [
            {"number": each["number"], "position": place, "total": Decimal(each["total"])}
            for place, each in enumerate(self.loans)
        ]
        pairs = [(place, each) for place, loan in enumerate(self.loans) for each in loan["books"]]
        books = [
            {"cpr": cpr, "fee": None if fee is None else Decimal(fee)} for _, (cpr, fee) in pairs
        ]
        columns = {
            **rules.subjects,
            "loan": {k: v for k, v in rules.subjects["loan"].items() if k != "late"},
        }
        return (
            {
                "loan": arrays.table(columns["loan"], loans),
                "book": arrays.table(columns["book"], books),
            },
            {"loan": list(range(len(loans))), "book": [place for place, _ in pairs]},
        )

    def registers(self) -> dict[str, pa.Table]:
        """The registers of the day."""
        members = [{"cpr": cpr, "fee": Decimal(fee)} for cpr, fee in self.members.items()]
        return {
            "members": arrays.table(REGISTERS["members"], members),
            "seen": arrays.table(REGISTERS["seen"], [{"number": each} for each in self.seen or ()]),
            "debts": arrays.table(REGISTERS["debts"], []),
        }

    def answers(self, rules: RuleBook) -> dict[str, pa.Table]:
        """What the rules say of this batch alone."""
        subjects, _ = self.subjects(rules)
        late = arrays.column("int", [None] * len(self.loans))
        subjects["loan"] = subjects["loan"].append_column("late", late)
        tables = {**self.registers(), "loan": subjects["loan"]}
        given = {"most": Decimal(self.most), "least": None}
        return {kind: planned(rules, kind).run(subjects[kind], tables, given) for kind in subjects}

    def decided(self, rules: RuleBook) -> list[tuple[str, str, str]]:
        """Verdict, queue and reason of each loan, by way of findings."""
        judged: list[list[Judged]] = [[] for _ in self.loans]
        _, places = self.subjects(rules)
        for kind, answers in self.answers(rules).items():
            for place, answer in zip(places[kind], answers.to_pylist(), strict=True):
                for rule in planned(rules, kind).rules:
                    case = rule.case(answer[rule.id])
                    found = Finding(
                        rule.id,
                        "1",
                        "",
                        case.outcome,
                        rule.severity,
                        NO,
                        rule.queue,
                        shadow=rule.shadow,
                    )
                    judged[place].append(Judged(found, case.wait, rule.order))
        made = [verdict("", each, ON) for each in judged]
        return [(str(each.verdict), each.queue, each.reason) for each in made]


PLANS: dict[tuple[str, str], Plan] = {}


def planned(rules: RuleBook, kind: str) -> Plan:
    """The plan, compiled once for all tests."""
    key = rules.digest, kind
    if key not in PLANS:
        about = rules.about(kind, ON)
        PLANS[key] = plan(rules, kind, about, registers=REGISTERS, parameters=PARAMETERS)
    return PLANS[key]
