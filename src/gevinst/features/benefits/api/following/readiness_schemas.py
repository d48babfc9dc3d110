"""How the readiness check of a case looks in the API."""

from __future__ import annotations

from decimal import Decimal

from ninja import Schema


class ThemeOut(Schema):
    """One theme: its colour, null while nothing is answered, and how far it is answered."""

    code: str
    colour: str | None
    answered: int
    questions: int
    missing: list[str]


class RiskOut(Schema):
    """A risk that a gap proposes: probability and share of the investment 0-1."""

    question: str
    probability: Decimal
    share: Decimal
    in_pool: bool


class ReadinessOut(Schema):
    """The check of a case; `colour` is that of the weakest theme."""

    colour: str | None
    weakest: str | None
    answers: dict[str, int]
    not_relevant: list[str]
    themes: list[ThemeOut]
    proposed_risks: list[RiskOut]
