"""What the API says of rules, changes of them, and the decision log. Person numbers are masked."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Annotated, Any

from ninja import Schema
from pydantic import Field

from gevinst.engines.blockkit.contract import Text as Bilingual
from gevinst.engines.control.explain import ExplainedCase, Explanation
from gevinst.features.control.models import LogEntry, RuleChange
from gevinst.features.control.queries import Opened
from gevinst.shared.paging import Masked, Paging, Text


class TextOut(Schema):
    """The same sentence in Danish and English."""

    da: str
    en: str


class CaseOut(Schema):
    """When `condition` holds and none before it did, the rule says `outcome`; number 0: something unknown."""

    number: int
    condition: TextOut
    outcome: str
    waits: bool
    message: TextOut


class RuleOut(Schema):
    """One version of a rule in words."""

    id: str
    version: str
    name: TextOut
    subject: str
    owner: str
    legal_basis: str
    severity: str
    shadow: bool
    valid_from: date
    valid_to: date | None
    queue: str
    cases: list[CaseOut]


class BookOut(Schema):
    """The rules that decide today; `live_from` is null where they are the building block's own."""

    authority: str
    block: str
    digest: str
    live_from: date | None
    rules: list[RuleOut]


class ChangeFilter(Paging):
    """Of one authority's building block, in one state."""

    authority: Annotated[Text, Field(description="The authority's code.")] = ""
    block: Text = ""
    state: Text = ""


class ChangeOut(Schema):
    """A change of the rules. Who wrote and decided it stays in Gevinst."""

    id: int
    authority: str
    block: str
    title: Masked
    purpose: Masked
    state: str
    base: str
    digest: str
    created_at: datetime
    decided_at: datetime | None
    live_from: date | None
    decisions: int | None
    changed: int | None

    @staticmethod
    def resolve_authority(change: RuleChange) -> str:
        """The authority's code."""
        return str(change.authority.code)

    @staticmethod
    def resolve_block(change: RuleChange) -> str:
        """The building block's key."""
        return change.block_key

    @staticmethod
    def resolve_live_from(change: RuleChange) -> date | None:
        """From when it decides."""
        rule_set = getattr(change, "rule_set", None)
        return rule_set.live_from if rule_set else None

    @staticmethod
    def resolve_decisions(change: RuleChange) -> int | None:
        """How many past decisions it was last tried on."""
        report = change.impacts.first()
        return report.decisions if report else None

    @staticmethod
    def resolve_changed(change: RuleChange) -> int | None:
        """How many of them it would have changed."""
        report = change.impacts.first()
        return report.changed if report else None


class LogFilter(Paging):
    """About one item, of one kind."""

    reference: Text = ""
    kind: Text = ""


class LogEntryOut(Schema):
    """An entry of a decision log: `body` is what is hashed, to the byte, `entry` the same as an object."""

    id: int
    seq: int
    at: datetime
    kind: str
    reference: Masked
    prev: str
    hash: str
    body: Masked
    entry: dict[str, Any]

    @staticmethod
    def resolve_body(row: LogEntry) -> str:
        """Canonical JSON."""
        return row.payload

    @staticmethod
    def resolve_entry(row: LogEntry) -> dict[str, Any]:
        """As an object."""
        from gevinst.engines.identifiers import mask_all

        found: dict[str, Any] = json.loads(mask_all(row.payload))
        return found


def told_book(opened: Opened) -> dict[str, Any]:
    """The rule book as `BookOut`."""
    return {
        "authority": opened.authority.code,
        "block": opened.block.manifest.key,
        "digest": opened.book.digest,
        "live_from": opened.rule_set.live_from if opened.rule_set else None,
        "rules": [told_rule(each) for each in opened.current()],
    }


def told_rule(rule: Explanation) -> dict[str, Any]:
    """The rule as `RuleOut`."""
    plain = ("id", "version", "subject", "owner", "legal_basis", "shadow", "valid_from", "valid_to")
    return {
        **{name: getattr(rule, name) for name in plain},
        "name": _text(rule.name),
        "severity": str(rule.severity),
        "queue": rule.queue,
        "cases": [_case(each) for each in rule.cases],
    }


def _case(case: ExplainedCase) -> dict[str, Any]:
    return {
        "number": case.number,
        "condition": _text(case.condition),
        "outcome": str(case.outcome),
        "waits": case.waits,
        "message": _text(case.message),
    }


def _text(text: Bilingual) -> dict[str, str]:
    return {"da": text.da, "en": text.en}
