"""What the API says of effects, costs and benefits. Person numbers are masked in every text."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated

from ninja import Schema
from pydantic import BeforeValidator, Field

from gevinst.features.benefits.models import Benefit
from gevinst.features.benefits.register_choices import BenefitState, Mode, Type
from gevinst.shared.paging import LARGEST, Masked, Paging, Text

# A decimal number as text, so that none of it is lost on the way: "1234.50".
Amount = Annotated[str, Field(pattern=r"^-?[0-9]{1,13}(\.[0-9]{1,2})?$")]


def _written(stated: object) -> object:
    """Not a number: pydantic would take it for seconds."""
    if not isinstance(stated, str) or not _DAY.fullmatch(stated):
        raise ValueError("not a date")
    return stated


Day = Annotated[date, BeforeValidator(_written)]
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
Key = Annotated[int | None, Field(ge=1, le=LARGEST)]


class EffectFilter(Schema):
    """Of one authority (its code), within days, both included."""

    authority: Text = ""
    since: Day | None = None
    until: Day | None = None


class EffectOut(Schema):
    """What one robot freed and cost in one month. DKK without VAT; rates 0-1; null where not to be told.

    `robot_id` null is what no robot carries. `uncounted_runs` had no baseline.
    """

    authority_id: int
    robot_id: int | None
    robot: Masked
    process_id: int | None
    month: date
    runs: int
    uncounted_runs: int
    items: int
    untouched: int
    untouched_share: Decimal | None
    exceptions: int
    exception_minutes: Decimal
    hours: Decimal
    amount: Decimal
    cost: Decimal
    cost_per_hour: Decimal | None
    roi: Decimal | None
    evidence: str | None


class BenefitFilter(Paging):
    """By type, state, way of taking, process, business case, and what is due by a day."""

    type: Type | None = None
    state: BenefitState | None = None
    mode: Mode | None = None
    process: Key = None
    case: Text = ""
    due_by: Day | None = None


class StepOut(Schema):
    """One step of a benefit. `value` is that of the period; `effects` are the runs' it was read from."""

    source: str
    target: str
    on: date
    evidence_grade: str
    evidence: Masked
    value: Decimal | None
    since: date | None
    until: date | None
    n: int | None
    at: datetime
    effects: list[int]

    @staticmethod
    def resolve_evidence_grade(step: object) -> str:
        """A to E, empty for none."""
        return str(step.grade)  # type: ignore[attr-defined]

    @staticmethod
    def resolve_effects(step: object) -> list[int]:
        """The ids of the effects it was read from."""
        return list(step.rests_on.get("effects", []))  # type: ignore[attr-defined]


class BenefitOut(Schema):
    """A benefit of the register; `expected` is a year's in `unit`. Who owns it stays in Gevinst."""

    id: int
    authority_id: int
    process_id: int | None
    case_key: Masked
    title: Masked
    type: str
    quality: str
    mode: str
    unit: str
    unit_name: Masked
    expected: Decimal | None
    state: BenefitState
    party: Masked
    data_source: Masked
    frequency: str
    next_measurement_on: date | None
    budget_reference: Masked
    owned: bool

    @staticmethod
    def resolve_type(one: Benefit) -> str:
        """The type's code."""
        return one.kind

    @staticmethod
    def resolve_owned(one: Benefit) -> bool:
        """Whether somebody sees to it."""
        return one.owner_id is not None


class BenefitWithSteps(BenefitOut):
    """A benefit and the steps it took, oldest first."""

    steps: list[StepOut]

    @staticmethod
    def resolve_steps(one: Benefit) -> list[object]:
        """In the order they were taken."""
        return list(one.steps.all())


class MoveIn(Schema):
    """A step: where to, from which day, and what it rests on. Which fields are needed depends on the move."""

    target: BenefitState
    on: Day
    evidence: Text
    evidence_grade: Annotated[str, Field(pattern="^[A-E]?$")] = ""
    value: Amount | None = None
    since: Day | None = None
    until: Day | None = None
    n: Annotated[int | None, Field(ge=0, le=2**31 - 1)] = None
    budget_reference: Annotated[str, Field(max_length=200, pattern=r"^[^\x00]*$")] = ""
