"""The demo's benefits: a published business case, what the robot costs, benefits in the register."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from importlib.resources import files
from typing import TYPE_CHECKING

from gevinst.features.accounts import queries as people
from gevinst.features.benefits import actions as benefits
from gevinst.features.benefits import queries
from gevinst.features.benefits.actions import cases, published
from gevinst.features.benefits.actions.register.facts import Facts
from gevinst.features.benefits.actions.register.given import Given
from gevinst.features.benefits.queries import cases as kept
from gevinst.shared.actor import SYSTEM, Actor

if TYPE_CHECKING:
    from gevinst.features.benefits.models import Benefit
    from gevinst.features.operations.models import Robot

WRITER, APPROVER = "procesejer@demo.example", "lokaladministrator@demo.example"
CASE = "kontrol-af-regninger"
ASSUMED = "Demoens antagelse, ikke en måling."
HOURS: Facts = {
    "title": "Timer frigivet fra kontrol i hånden",
    "kind": "budget_productivity",
    "mode": "reallocated_time",
    "unit": "hours",
    "expected": Decimal(4260),
    "data_source": "Robottens kørsler og skrankens minutter",
    "frequency": "monthly",
}
ITEMS: Facts = {
    "title": "Regninger, som ingen skal røre",
    "kind": "budget_productivity",
    "mode": "capacity",
    "unit": "items",
    "expected": Decimal(20_400),
    "data_source": "Robottens kørsler",
    "frequency": "monthly",
}
ERRORS: Facts = {
    "title": "Færre regninger betalt uden dækning",
    "kind": "quality",
    "quality": "task_quality",
    "mode": "quality",
    "unit": "other",
    "unit_name": "fejl pr. 1.000 regninger",
    "expected": Decimal(2),
    "data_source": "Efterkontrollens stikprøve",
    "frequency": "quarterly",
}


def ready(robot: Robot, today: date) -> None:
    """The business case, the costs and the benefits of the demo's robot; what is there is left alone."""
    by = {user.email: people.actor_of(user) for user in people.demo_users()}
    _business_case(robot, by)
    _costs(robot, by[APPROVER], today)
    _register(robot, by[WRITER], today)


def _business_case(robot: Robot, by: dict[str, Actor]) -> None:
    if kept.cases(SYSTEM).filter(authority=robot.authority_id).exists():
        return
    text = (files("gevinst.cli.demo") / "business_case.yaml").read_text("utf-8")
    case = cases.start_case_from_text(
        authority_id=robot.authority_id, text=text, by=by[WRITER], started_from="demo"
    )
    case = cases.show_case(case=case, visibility="public", by=by[WRITER])
    case = cases.propose_case(case=case, by=by[WRITER])
    cases.approve_case(case=case, by=by[APPROVER], answer="Godkendt til demoen.")
    published.publish(case=case, by=by[APPROVER])


def _costs(robot: Robot, by: Actor, today: date) -> None:
    if queries.costs(SYSTEM, [robot.authority_id]).exists():
        return
    since = today.replace(day=1)
    for kind, amount in (("team", Decimal(10_833)), ("infrastructure", Decimal(5_000))):
        benefits.set_cost(
            authority_id=robot.authority_id,
            robot_id=robot.pk,
            kind=kind,
            amount=amount,
            per="month",
            since=since,
            source=ASSUMED,
            by=by,
        )


def _register(robot: Robot, by: Actor, today: date) -> None:
    if queries.benefits(SYSTEM).filter(authority=robot.authority_id).exists():
        return
    hours = _benefit(robot, by, HOURS, today + timedelta(days=14))
    _moved(hours, by, today)
    items = _benefit(robot, by, ITEMS, today + timedelta(days=30))
    _moved(items, by, today)
    first = (today.replace(day=1) - timedelta(days=1)).replace(day=1)
    counted = Given(on=today, evidence="Robottens kørsler", grade="A", since=first, until=today)
    benefits.measure(benefit_id=items.pk, given=counted, by=by)
    errors = _benefit(robot, by, ERRORS, today - timedelta(days=3))
    _moved(errors, by, today)


def _benefit(robot: Robot, by: Actor, facts: Facts, due: date) -> Benefit:
    known: Facts = {"process_id": robot.process_id, "case_key": CASE, "next_measurement_on": due}
    written: Facts = {**facts, **known}
    return benefits.create_benefit(
        authority_id=robot.authority_id, owner_id=by.user_id, by=by, **written
    )


def _moved(benefit: Benefit, by: Actor, today: date) -> None:
    """Expected since yesterday, and estimated: what it is to be is worked out in the business case."""
    for target in ("expected", "estimated"):
        given = Given(
            on=today - timedelta(days=1), evidence=ASSUMED, grade="D", value=benefit.expected
        )
        benefits.move(benefit_id=benefit.pk, target=target, given=given, by=by)
