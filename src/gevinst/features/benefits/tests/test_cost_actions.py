"""What robots cost: who says it, what is refused, and what a freed hour then costs."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import DatabaseError, transaction

from gevinst.features.accounts.tests.factories import AuthorityFactory, actor
from gevinst.features.benefits import actions, queries
from gevinst.features.benefits.models import RobotCost
from gevinst.features.benefits.tests.factories import (
    CostFactory,
    EffectFactory,
    RobotFactory,
    RunFactory,
)
from gevinst.shared.actor import SYSTEM
from gevinst.shared.errors import DomainError
from gevinst.shared.models import AuditEntry

pytestmark = pytest.mark.django_db
END = date(2026, 2, 28)


def facts(**changed: Any) -> dict[str, Any]:
    return {
        "kind": "team",
        "amount": Decimal(10000),
        "per": "month",
        "since": date(2026, 1, 1),
        "source": " Årsopgørelse ",
        **changed,
    }


def test_one_who_operates_says_what_it_costs() -> None:
    robot = RobotFactory()
    by = actor(process_owner_of=robot.authority)
    told = facts(robot_id=robot.pk)
    made = actions.set_cost(authority_id=robot.authority_id, by=by, **told)
    assert (made.robot, made.source, made.created_by_name) == (robot, "Årsopgørelse", by.name)
    assert AuditEntry.objects.get(action="benefits.set_cost").authority == robot.authority


@pytest.mark.parametrize("role", ["reader_of", "contributor_of", "clerk_of"])
def test_others_do_not(role: str) -> None:
    held = CostFactory()
    by = actor(**{role: held.authority})
    calls: list[Any] = [
        lambda: actions.set_cost(authority_id=held.authority_id, by=by, **facts()),
        lambda: actions.end_cost(cost_id=held.pk, until=END, by=by),
    ]
    for call in calls:
        with pytest.raises(DomainError) as fault:
            call()
        assert fault.value.code == "not-allowed"


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"kind": "cake"}, "kind"),
        ({"per": "week"}, "per"),
        ({"amount": Decimal(-1)}, "amount"),
        ({"source": " "}, "source"),
        ({"until": date(2025, 1, 1)}, "until"),
        ({"robot_id": 0}, "robot"),
    ],
)
def test_what_cannot_be_is_refused(wrong: dict[str, Any], field: str) -> None:
    with pytest.raises(DomainError) as fault:
        actions.set_cost(authority_id=AuthorityFactory().pk, by=SYSTEM, **facts(**wrong))
    assert (fault.value.code, fault.value.facts["field"]) == ("invalid", field)
    assert not RobotCost.objects.exists()


def test_another_authoritys_robot_is_refused() -> None:
    told = facts(robot_id=RobotFactory().pk)
    with pytest.raises(DomainError) as fault:
        actions.set_cost(authority_id=AuthorityFactory().pk, by=SYSTEM, **told)
    assert fault.value.facts["field"] == "robot"


def test_a_cost_ends_once() -> None:
    held = CostFactory()
    assert actions.end_cost(cost_id=held.pk, until=END, by=SYSTEM).until == END
    assert [event.until for event in held.events.order_by("pgh_id")] == [None, END]
    with pytest.raises(DomainError) as fault:
        actions.end_cost(cost_id=held.pk, until=END, by=SYSTEM)
    assert fault.value.code == "already-done"


@pytest.mark.parametrize(
    ("facts_", "until", "code"),
    [({"per": "once"}, END, "already-done"), ({}, date(2025, 1, 1), "invalid")],
)
def test_what_has_no_end(facts_: dict[str, Any], until: date, code: str) -> None:
    with pytest.raises(DomainError) as fault:
        actions.end_cost(cost_id=CostFactory(**facts_).pk, until=until, by=SYSTEM)
    assert fault.value.code == code


def test_another_authoritys_cost_is_not_there() -> None:
    by = actor(process_owner_of=AuthorityFactory())
    with pytest.raises(DomainError) as fault:
        actions.end_cost(cost_id=CostFactory().pk, until=END, by=by)
    assert fault.value.code == "not-found"


def test_a_cost_is_never_deleted() -> None:
    with pytest.raises(DatabaseError), transaction.atomic():
        CostFactory().delete()


def test_the_cost_of_a_freed_hour() -> None:
    """Two robots share a team for two months; one has a licence of its own, and hours."""
    row = EffectFactory(on=date(2026, 1, 20), hours=Decimal("50.00"), amount=Decimal(20625))
    row.run.received, row.run.untouched, row.run.referred = 20, 10, 0
    row.run.save()
    home, robot = row.process.authority, row.run.robot
    other = RobotFactory(authority=home, process__authority=home)
    RunFactory(robot=other, on=date(2026, 2, 3))
    CostFactory(authority=home)
    CostFactory(authority=home, robot=robot, kind="licence", amount=Decimal(1200), per="once")
    CostFactory()
    found = queries.account_of(actor(reader_of=home), until=END)
    assert found is not None
    total = found.account.total
    assert (total.hours, total.cost) == (Decimal("50.00"), Decimal("21200.00"))
    assert total.cost_per_hour == Decimal("424.00")
    assert (total.robots, total.with_hours, total.uncounted) == (2, 1, 1)
    assert (total.items, total.untouched) == (20, 10)
    mine = found.of_process(row.process_id)
    assert (mine.cost, mine.roi) == (Decimal("11200.00"), Decimal("0.8415"))
    assert found.robots[str(other.pk)] == other.name


def test_exceptions_and_evidence_come_along() -> None:
    row = EffectFactory(exceptions=4, exceptions_done=1, clerk_minutes=Decimal(5), untouched=10)
    found = queries.account_of(SYSTEM, authorities=[row.process.authority_id], until=END)
    assert found is not None
    assert found.account.total.exception_minutes == 5 + 3 * 9
    assert found.account.total.grade == "B"
    assert found.account.used[0].robot == row.process.title


def test_a_window_leaves_earlier_runs_and_costs_out() -> None:
    row = EffectFactory()
    CostFactory(authority=row.process.authority, per="once")
    found = queries.account_of(SYSTEM, since=date(2026, 2, 1), until=END)
    assert found is not None
    assert found.account.total.cost == 0
    assert queries.account_of(SYSTEM, since=date(2026, 3, 1), until=date(2026, 3, 31)) is None


def test_another_authority_sees_no_account() -> None:
    EffectFactory(baseline__process__public=True)
    assert queries.account_of(actor(reader_of=AuthorityFactory()), until=END) is None


def test_the_hours_of_an_fte_say_where_they_are_from() -> None:
    hours, source = queries.effective_hours(END)
    assert Decimal(1000) < hours < Decimal(1924)
    assert "1924" in source
