"""The API of benefits: effects by robot and month, the register, and moving a benefit."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from gevinst.features.accounts.tests.factories import TokenFactory, UserFactory
from gevinst.features.benefits.tests.factories import (
    BenefitFactory,
    CostFactory,
    EffectFactory,
    StepFactory,
)

pytestmark = pytest.mark.django_db
MOVE = {"target": "expected", "on": "2026-01-02", "evidence": "Pilot"}


def caller(authority: Any, role: str = "reader") -> Client:
    token = TokenFactory(authority=authority, role=role)
    return Client(headers={"authorization": f"Bearer {token.secret}"})


def test_effects_by_robot_and_month() -> None:
    row = EffectFactory()
    EffectFactory(
        baseline=row.baseline, process=row.process, on=date(2026, 3, 1), run__robot=row.run.robot
    )
    home = row.process.authority
    CostFactory(authority=home, amount=Decimal(1000), since=date(2026, 2, 1))
    EffectFactory(baseline__process__public=True)
    answer = caller(home).get(f"/api/v1/effects?authority={home.code}").json()
    assert [line["month"] for line in answer] == ["2026-02-01", "2026-03-01"]
    first = answer[0]
    assert (first["robot_id"], first["hours"], first["cost"]) == (
        row.run.robot_id,
        "2.00",
        "1000.00",
    )
    assert (first["cost_per_hour"], first["evidence"]) == ("500.00", "B")


def test_effects_of_a_window_without_any() -> None:
    row = EffectFactory()
    client = caller(row.process.authority)
    assert client.get("/api/v1/effects?since=2026-03-01&until=2026-03-31").json() == []
    assert client.get("/api/v1/effects?authority=nobody").json() == []


def test_the_register_with_filters() -> None:
    held = BenefitFactory(quality_of_task=True, case_key="sag-1")
    BenefitFactory(authority=held.authority)
    BenefitFactory()
    client = caller(held.authority)
    assert len(client.get("/api/v1/benefits").json()["items"]) == 2
    for asked in ("type=quality", "mode=quality", "case=sag-1"):
        found = client.get(f"/api/v1/benefits?{asked}").json()["items"]
        assert [one["id"] for one in found] == [held.pk], asked
    assert client.get("/api/v1/benefits?state=flying").status_code == 422


def test_one_benefit_with_its_steps() -> None:
    step = StepFactory(rests_on={"effects": [7]})
    told = caller(step.benefit.authority).get(f"/api/v1/benefits/{step.benefit_id}").json()
    assert told["type"] == "budget_productivity"
    assert told["owned"] is False
    assert told["steps"][0]["effects"] == [7]
    assert told["steps"][0]["evidence_grade"] == "A"


@pytest.mark.parametrize(
    ("role", "sent", "status"),
    [
        ("contributor", {}, 200),
        ("contributor", {"value": "1234.50"}, 200),
        ("contributor", {"value": "1.234,50"}, 422),
        ("contributor", {"on": "0"}, 422),
        ("reader", {}, 403),
        ("contributor", {"target": "measured"}, 409),
        ("contributor", {"evidence": ""}, 422),
        ("contributor", {"evidence_grade": "F"}, 422),
    ],
)
def test_moving_a_benefit(role: str, sent: dict[str, str], status: int) -> None:
    held = BenefitFactory(owner=UserFactory(), owner_name="Ansvarlig")
    answer = caller(held.authority, role).post(
        f"/api/v1/benefits/{held.pk}/moves", {**MOVE, **sent}, content_type="application/json"
    )
    assert answer.status_code == status, answer.content
    assert held.steps.count() == (1 if status == 200 else 0)


def test_another_authoritys_benefit_is_not_there() -> None:
    held = BenefitFactory()
    client = caller(BenefitFactory().authority, "contributor")
    assert client.get(f"/api/v1/benefits/{held.pk}").status_code == 404
