"""How the parties of a case, and what it came to, look in the API."""

from __future__ import annotations

from decimal import Decimal

from ninja import Schema

from gevinst.shared.paging import Masked


class PartyOut(Schema):
    """What a party is left with, DKK by year."""

    party: Masked
    net: list[Decimal]


class PartiesOut(Schema):
    """A case by party: the parties' nets sum to `net`, year by year; `notes` are codes."""

    years: list[int]
    net: list[Decimal]
    parties: list[PartyOut]
    notes: list[str]


class EffectOut(Schema):
    """One effect by year, DKK; `actual` is null where a year is not measured."""

    line: Masked
    kind: str
    expected: list[Decimal]
    actual: list[Decimal | None]
    forecast: list[Decimal]
    rate: Decimal | None


class RealisedOut(Schema):
    """A case against what came; `held_against` and `original` are versions, null for the draft."""

    held_against: int | None
    original: int | None
    years: list[int]
    rate: Decimal | None
    expected_net: list[Decimal]
    forecast_net: list[Decimal]
    months_later: Decimal | None
    effects: list[EffectOut]
