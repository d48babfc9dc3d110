"""A building block as small as one can be: a document is one line of text, `word number party amount`.

`ok` is approved, `bad` referred to the queue `errors`, `late` waits a week and is approved after it, `fault`
is a register that cannot be used. The register `history` makes a number seen before a duplicate.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

from gevinst.engines.blockkit.contract import (
    Decided,
    Delivery,
    Evidence,
    Field,
    Finding,
    Item,
    Judgement,
    Level,
    Manifest,
    Note,
    Outcome,
    Parameter,
    PaymentLine,
    Refused,
    RegisterFault,
    Registers,
    RegisterSpec,
    RuleText,
    Section,
    Severity,
    Text,
    Verdict,
)

DUE = date(2026, 4, 30)


def same(text: str) -> Text:
    """`text` in both languages."""
    return Text(da=text, en=text)


class TinyBlock:
    """The whole of the contract, with rules that a test can steer from the document."""

    folder = Path()
    rule_texts = {
        "word": RuleText("word", "1", Text("Ordet", "The word"), "Ordloven § 1"),
        "party": RuleText("party", "1", Text("Afsenderen", "The sender")),
    }
    manifest = Manifest(
        key="tiny",
        name=same("Tiny"),
        summary=same("For tests"),
        version="1.2.3",
        owner="Tests",
        kle=(),
        form=(),
        inputs=("text",),
        registers=(),
        parameters=(Parameter("days", same("Dage"), "int", "7"),),
        queues={"errors": Text("Fejl", "Errors"), "duplicates": Text("Dubletter", "Duplicates")},
        manual_minutes=Decimal(10),
        exception_minutes=Decimal(5),
        minutes_source=same("Antaget i en test"),
        relations=(
            RegisterSpec(
                "people",
                Text("Folk", "People"),
                {"cpr": "str", "region": "str"},
                titles={"cpr": Text("Personnummer", "Person number")},
            ),
        ),
    )

    def read(self, content: bytes, name: str) -> Item | Refused:
        """`word number party amount`; anything else is refused."""
        digest = sha256(content).hexdigest()
        parts = content.decode(errors="replace").split()
        if len(parts) != 4:
            return Refused(
                digest,
                "not-four-words",
                Text("Der skal stå fire ord.", "Four words are needed."),
                "1",
            )
        _, number, party, amount = parts
        money = Decimal(amount)
        keys = {"party_number": f"{party} {number}"}
        reference = f"{party}/{number}/{digest[:8] if 'copy' in name else ''}"
        return Item(
            reference,
            digest,
            f"Regning {number}",
            party,
            money,
            "DKK",
            DUE,
            DUE,
            keys,
            tuple(parts),
        )

    rule_files: Mapping[str, str] = {"tiny.yaml": "rules: []"}

    def with_rules(self, rule_files: Mapping[str, str]) -> TinyBlock:
        """Another of the same rules: they are not data here."""
        return self

    def judge_batch(
        self, items: Sequence[Item], registers: Registers, on: date, parameters: Mapping[str, str]
    ) -> Judgement:
        """What `decide` says; it reads nothing that a table could hold."""
        return Judgement(tuple(self.decide(items, registers, on, parameters)), "tiny", {}, {})

    def decide(
        self, items: Sequence[Item], registers: Registers, on: date, parameters: Mapping[str, str]
    ) -> list[Decided]:
        """As the document's first word says, unless its key stands in the history."""
        seen = (
            set(registers["history"].table["key"].to_pylist()) if "history" in registers else set()
        )
        return [
            self._decide(item, on, int(parameters["days"]), item.keys["party_number"] in seen)
            for item in items
        ]

    def _decide(self, item: Item, on: date, days: int, seen: bool) -> Decided:
        word = item.document[0]
        if word == "fault":
            raise RegisterFault(
                "people", Text("Registeret people mangler.", "The register people is absent.")
            )
        settled = on >= DUE + timedelta(days=days)
        bad, late = word == "bad" or seen, word == "late" and not settled
        outcome = Outcome.FAIL if bad else Outcome.UNDECIDED if late else Outcome.OK
        queue = ("duplicates" if seen else "errors") if outcome is not Outcome.OK else ""
        rows = (Evidence("people", 7, {"cpr": "6101012222", "region": "1082"}, "people-1"),)
        found = Finding(
            "word", "1", "1", outcome, Severity.MANDATORY, Text(f"Ordet er {word}.", f"The word is {word}."),
            queue, rows, ("/word",),
        )  # fmt: skip
        fine = Finding(
            "party", "1", "", Outcome.OK, Severity.ADVISORY, same("Afsenderen er kendt."), ""
        )
        if bad:
            return Decided(item.reference, Verdict.REFER, (found, fine), queue, "word")
        if late:
            return Decided(
                item.reference, Verdict.WAIT, (found, fine), until=on + timedelta(days=days)
            )
        return Decided(item.reference, Verdict.APPROVE, (found, fine))

    def present(self, item: Item, findings: Sequence[Finding]) -> list[Section]:
        """One section of fields and one table, marked where a rule failed."""
        failed = {
            path
            for finding in findings
            if finding.outcome is Outcome.FAIL
            for path in finding.paths
        }
        level = Level.FAIL if "/word" in failed else Level.PLAIN
        word, number, party, amount = item.document
        row = (Field(same("Ord"), word, "/word", level), Field(same("Beløb"), amount))
        head = (
            Field(same("Leverandør"), party),
            Field(same("Nummer"), number),
            Field(same("CPR"), "610101-2222"),
        )
        table = Section(
            same("Linjer"), head=(same("Ord"), same("Beløb")), rows=(row,), numeric=frozenset({1})
        )
        return [Section(same("Regning"), fields=head, notes=(Note(same("En note")),)), table]

    def deliver(self, approved: Sequence[Item]) -> Delivery:
        """One payment an item; nothing for an amount of zero."""
        return Delivery(
            tuple(
                PaymentLine(
                    i.reference,
                    i.party,
                    "12345678",
                    "1234-567890",
                    i.amount,
                    i.currency,
                    i.due,
                    i.title,
                )
                for i in approved
                if i.amount
            )
        )


BLOCK = TinyBlock()


def tiny(key: str) -> TinyBlock:
    """In the place of the registry's `block`."""
    return BLOCK
