"""Effects of robots by month, and the register of benefits, for other systems."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, cast

from django.http import HttpRequest
from django.utils import timezone
from ninja import Query, Router

from gevinst.engines.benefit import Figures
from gevinst.features.accounts import queries as accounts
from gevinst.features.benefits import actions, queries
from gevinst.features.benefits.actions.register.given import Given
from gevinst.features.benefits.api.schemas import (
    BenefitFilter,
    BenefitOut,
    BenefitWithSteps,
    EffectFilter,
    EffectOut,
    MoveIn,
    StepOut,
)
from gevinst.features.benefits.models import Benefit, BenefitStep
from gevinst.features.benefits.queries import RobotAccount, Wanted
from gevinst.shared.actor import Actor
from gevinst.shared.paging import Id, Page, page_of
from gevinst.shared.problems import REFUSALS, Problem

router = Router(tags=["benefits"])


def _caller(request: HttpRequest) -> Actor:
    found: Actor = request.auth  # type: ignore[attr-defined]
    return found


@router.get("/effects", response={200: list[EffectOut], REFUSALS: Problem})
def list_effects(request: HttpRequest, wanted: Query[EffectFilter]) -> list[dict[str, Any]]:
    """What robots freed and cost, a robot and month each, by authority, robot and month.

    Without `since`, costs from before the first run are part of it, in their own months.
    """
    places = None
    if wanted.authority:
        places = [one.pk for one in accounts.authorities() if one.code == wanted.authority]
    found = queries.account_of(
        _caller(request),
        authorities=places,
        since=wanted.since,
        until=wanted.until or timezone.localdate(),
    )
    if found is None:
        return []
    lines = found.account.by("authority", "robot", "month")
    return [_effect(found, key, figures) for key, figures in lines]


def _effect(found: RobotAccount, key: tuple[Any, ...], figures: Figures) -> dict[str, Any]:
    authority, robot, month = key
    names = ("runs", "items", "untouched", "untouched_share", "exceptions", "exception_minutes")
    more = ("hours", "amount", "cost", "cost_per_hour", "roi")
    return {
        "authority_id": int(authority),
        "robot_id": int(robot) if robot else None,
        "robot": found.robots.get(robot, ""),
        "process_id": found.processes.get(robot),
        "month": month,
        "uncounted_runs": figures.uncounted,
        "evidence": figures.grade,
        **{name: getattr(figures, name) for name in (*names, *more)},
    }


@router.get("/benefits", response={200: Page[BenefitOut], REFUSALS: Problem})
def list_benefits(request: HttpRequest, wanted: Query[BenefitFilter]) -> dict[str, Any]:
    """The benefits that you may read, oldest first."""
    asked = Wanted(
        kind=wanted.type or "",
        state=wanted.state or "",
        mode=wanted.mode or "",
        process=wanted.process,
        case_key=wanted.case,
        due_by=wanted.due_by,
    )
    return page_of(request, queries.benefits(_caller(request), asked), wanted)


@router.get("/benefits/{benefit_id}", response={200: BenefitWithSteps, REFUSALS: Problem})
def get_benefit(request: HttpRequest, benefit_id: Id) -> Benefit:
    """One benefit and every step it took."""
    return queries.benefit(_caller(request), benefit_id)


@router.post("/benefits/{benefit_id}/moves", response={200: StepOut, REFUSALS: Problem})
def move_benefit(request: HttpRequest, benefit_id: Id, step: MoveIn) -> BenefitStep:
    """Moves a benefit, or measures it again (`target` is the state it has); the step that was kept."""
    told = step.dict()
    target, grade = cast("str", told.pop("target")), told.pop("evidence_grade")
    value = told.pop("value")
    given = Given(grade=grade, value=None if value is None else Decimal(value), **told)
    return actions.move(benefit_id=benefit_id, target=target, given=given, by=_caller(request))
