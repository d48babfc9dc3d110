"""What the API says of robots' work. Person numbers are masked in every text."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated

from ninja import Schema
from pydantic import Field

from gevinst.features.operations.models import Decision, WorkItem
from gevinst.features.operations.states import State
from gevinst.shared.paging import LARGEST, Masked, Moment, Paging, Text


class Filter(Paging):
    """Of one robot, and from a moment on."""

    robot: Annotated[int | None, Field(ge=1, le=LARGEST, description="Of this robot only.")] = None
    since: Annotated[Moment | None, Field(description="From this moment on.")] = None


class ItemFilter(Filter):
    """In one state or queue."""

    state: State | None = None
    queue: Text = ""


class RunOut(Schema):
    """One time a robot worked, and what came of it."""

    id: int
    robot_id: int
    robot: Masked
    status: str
    on: date
    started_at: datetime
    ended_at: datetime | None
    block_version: str
    received: int
    approved: int
    referred: int
    waiting: int
    refused: int

    @staticmethod
    def resolve_robot(run: object) -> str:
        """The robot's name."""
        return str(run.robot.name)  # type: ignore[attr-defined]


class ItemOut(Schema):
    """One unit of work. `amount` is a decimal number in `currency`."""

    id: int
    robot_id: int
    reference: Masked
    title: Masked
    party: Masked
    amount: Decimal | None
    currency: str
    dated: date | None
    due: date | None
    state: State
    queue: str
    reason: str
    received_at: datetime
    run_id: int | None
    wait_until: date | None
    taken: bool
    sha256: str

    @staticmethod
    def resolve_taken(item: WorkItem) -> bool:
        """Whether a clerk holds it."""
        return item.taken_by_id is not None

    @staticmethod
    def resolve_sha256(item: WorkItem) -> str:
        """The digest of the document's bytes."""
        return item.document_id


class FindingOut(Schema):
    """What one rule said of one line."""

    rule: str
    version: str
    line: Masked
    outcome: str
    severity: str
    shadow: bool
    queue: str
    message_da: Masked
    message_en: Masked


class DecisionOut(Schema):
    """What was decided of an item, by the robot (with `run_id`) or by a clerk."""

    id: int
    item_id: int
    run_id: int | None
    verdict: str
    by: str
    at: datetime
    queue: str
    reason: str
    text: Masked
    until: date | None
    block_version: str

    @staticmethod
    def resolve_by(decision: Decision) -> str:
        """`robot` or `person`: who the person is stays in Gevinst."""
        return "robot" if decision.actor_id is None else "person"


class DecisionWithFindings(DecisionOut):
    """A decision and what the rules said for it."""

    findings: list[FindingOut]

    @staticmethod
    def resolve_findings(decision: Decision) -> list[object]:
        """In the order they were made."""
        return list(decision.findings.all())
