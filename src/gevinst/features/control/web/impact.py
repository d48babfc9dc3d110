"""An impact report as a page shows it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import get_language

from gevinst.engines.identifiers import find_cprs, mask_all
from gevinst.features.control.models import ImpactReport, RuleChange

ORDER = ("approve", "wait", "refer")


@dataclass(frozen=True, slots=True)
class Changed:
    """An item that would be decided otherwise. `linked` is "" where the reference may name a person."""

    reference: str
    linked: str
    old: list[str]
    new: list[str]
    rule: str
    amount: Decimal | None
    currency: str


@dataclass(frozen=True, slots=True)
class ShownImpact:
    """The sentence, the matrix of verdicts (rows: now, columns: with the change), rules and items."""

    sentence: str
    verdicts: list[str]
    matrix: list[tuple[str, list[int]]]
    rules: list[tuple[str, list[tuple[str, str, int]], int]]
    amounts: list[tuple[str, Decimal]]
    examples: list[Changed]
    remarks: list[str]


def shown_impact(change: RuleChange, report: ImpactReport) -> ShownImpact:
    """The report in the language in force, references masked."""
    told: dict[str, Any] = report.result
    counts = {(old, new): number for old, new, number in told.get("verdicts", [])}
    seen = {each for pair in counts for each in pair}
    verdicts = [each for each in ORDER if each in seen] + sorted(seen - set(ORDER))
    rules, made = told.get("rules", {}), told.get("made", {})
    return ShownImpact(
        sentence=_said(told.get("sentence", {})),
        verdicts=verdicts,
        matrix=[(old, [counts.get((old, new), 0) for new in verdicts]) for old in verdicts],
        rules=[(rule, _moved(pairs), made.get(rule, 0)) for rule, pairs in rules.items()],
        amounts=[(unit, Decimal(amount)) for unit, amount in told.get("amounts", {}).items()],
        examples=[_changed(each) for each in told.get("examples", [])],
        remarks=[_said(each) for each in told.get("remarks", [])],
    )


def _said(text: dict[str, str]) -> str:
    english = (get_language() or "da").startswith("en")
    return text.get("en" if english else "da", "")


def _moved(pairs: list[list[Any]]) -> list[tuple[str, str, int]]:
    return [(old, new, number) for old, new, number in pairs if old != new]


def _changed(told: dict[str, Any]) -> Changed:
    reference = told["reference"] or ""
    return Changed(
        mask_all(reference),
        "" if find_cprs(reference) else reference,
        told["old"],
        told["new"],
        told["rule"],
        Decimal(told["amount"]) if told["amount"] is not None else None,
        told["currency"] or "",
    )
