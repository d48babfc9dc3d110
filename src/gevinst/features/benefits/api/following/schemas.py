"""How readiness, the benefit tree, parties, what a case came to and the portfolio look in the API."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated

from ninja import Schema
from pydantic import Field

from gevinst.shared.paging import Masked


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


class NodeOut(Schema):
    """A node of the benefit tree; an indicator has a measurement, an end benefit links."""

    id: Masked
    kind: str
    title: Masked
    owner: Masked
    unit: Masked
    data_source: Masked
    frequency: Masked
    resources: Masked
    ensured_by: Masked
    lines: list[Masked]
    benefits: list[int]


class EdgeOut(Schema):
    """An arrow of the tree."""

    source: Masked
    target: Masked


class TreeNoteOut(Schema):
    """What is wrong with the tree: a stable code and the nodes it is about."""

    code: str
    nodes: list[Masked]


class TreeOut(Schema):
    """The benefit tree of a case."""

    nodes: list[NodeOut]
    edges: list[EdgeOut]
    notes: list[TreeNoteOut]


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


class HoldingOut(Schema):
    """One benefit of the portfolio, a year; `slips` are codes: late, low."""

    id: int
    title: Masked
    authority: str
    type: str
    state: str
    mode: str
    unit: Masked
    expected: Decimal | None
    measured: Decimal | None
    rate: Decimal | None
    next_measurement_on: date | None
    slips: list[str]


class PortfolioSum(Schema):
    """Benefits of one unit together, a year; `due` is what was expected of the measured ones."""

    unit: Masked
    count: int
    expected: Decimal
    measured: Decimal
    due: Decimal
    rate: Decimal | None


class PortfolioOut(Schema):
    """The benefits that were asked for; `left_out` counts ideas and lapsed ones."""

    totals: list[PortfolioSum]
    benefits: list[HoldingOut]
    left_out: int


class PortfolioFilter(Schema):
    """What is empty asks for any."""

    type: Annotated[str, Field(max_length=20, description="The type of benefit.")] = ""
    state: Annotated[str, Field(max_length=20, description="How far it has come.")] = ""
    mode: Annotated[str, Field(max_length=24, description="How it is taken.")] = ""
