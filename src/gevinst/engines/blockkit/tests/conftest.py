"""A tiny block: a file holds `name amount currency`, and is approved, referred or waits by its name."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from hashlib import sha256
from pathlib import Path

import pytest

from gevinst.engines.blockkit import (
    Decided,
    Delivery,
    Finding,
    Item,
    Judgement,
    Manifest,
    Outcome,
    PaymentLine,
    Refused,
    Registers,
    RegisterSpec,
    RuleText,
    Section,
    Severity,
    Text,
    Verdict,
)

VERDICTS = {"good": Verdict.APPROVE, "bad": Verdict.REFER, "late": Verdict.WAIT}
NO = Text("nej", "no")
ACCOUNTS = RegisterSpec(
    "accounts",
    NO,
    {"id": "str", "count": "int", "rate": "decimal", "since": "date"},
    personal=frozenset({"id"}),
)
NOTES = RegisterSpec("notes", NO, {"text": "str"}, required=False)
MANIFEST = Manifest(
    "tiny", NO, NO, "1", "Ejer", (), (), (), (ACCOUNTS, NOTES), (), {"desk": NO},
    Decimal(1), Decimal(1), NO,
)  # fmt: skip


class Tiny:
    """The block."""

    manifest = MANIFEST
    folder = Path()
    rule_texts = {"rule": RuleText("rule", "1", NO)}

    def read(self, content: bytes, name: str) -> Item | Refused:
        digest = sha256(content).hexdigest()
        try:
            kind, amount, currency = content.decode().split()
            figure = Decimal(amount)
        except (ValueError, InvalidOperation):
            return Refused(digest, "unreadable", NO)
        reference = f"{kind}-{digest[:8]}"
        return Item(
            reference, digest, kind, "Leverandør", figure, currency, None, None, {}, document=kind
        )

    def decide(
        self, items: Sequence[Item], registers: Registers, on: date, parameters: Mapping[str, str]
    ) -> list[Decided]:
        return [self._decided(item) for item in items]

    def judge_batch(
        self, items: Sequence[Item], registers: Registers, on: date, parameters: Mapping[str, str]
    ) -> Judgement:
        return Judgement(tuple(self.decide(items, registers, on, parameters)), "", {}, {})

    def _decided(self, item: Item) -> Decided:
        verdict = VERDICTS[item.document.rstrip("0123456789")]
        outcome = Outcome.OK if verdict is Verdict.APPROVE else Outcome.FAIL
        finding = Finding("rule", "1", "", outcome, Severity.MANDATORY, NO, "desk")
        queue = "desk" if verdict is Verdict.REFER else ""
        reason = "" if verdict is Verdict.APPROVE else "rule"
        return Decided(item.reference, verdict, (finding,), queue, reason)

    def present(self, item: Item, findings: Sequence[Finding]) -> list[Section]:
        return []

    def deliver(self, approved: Sequence[Item]) -> Delivery:
        return Delivery(
            tuple(
                PaymentLine(each.reference, "", "", "", each.amount, each.currency, None, "")
                for each in approved
            )
        )


@pytest.fixture
def tiny() -> Tiny:
    """The tiny block."""
    return Tiny()
