"""The pages of what robots cost, and the price of a freed hour where the effect is shown."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from gevinst.features.accounts.tests.factories import AuthorityFactory, UserFactory
from gevinst.features.benefits.models import RobotCost
from gevinst.features.benefits.tests.factories import CostFactory, EffectFactory, RobotFactory

pytestmark = pytest.mark.django_db
ADDRESS = "/gevinster/omkostninger/"
GIVEN = {"kind": "team", "amount": "65.000", "per": "month", "since": "2026-01-01", "source": "Løn"}


@pytest.fixture
def home() -> Any:
    return AuthorityFactory()


def signed_in(client: Client, home: Any, role: str = "process_owner_of") -> None:
    client.force_login(UserFactory(**{role: home}))


def test_a_cost_is_kept_of_a_robot_or_of_all(client: Client, home: Any) -> None:
    robot = RobotFactory(process__authority=home)
    signed_in(client, home)
    for whose in (f"{home.pk}:", f"{home.pk}:{robot.pk}"):
        assert client.post(ADDRESS, {**GIVEN, "whose": whose}).status_code == 302
    shared, own = RobotCost.objects.order_by("pk")
    assert (shared.robot, own.robot, own.amount) == (None, robot, Decimal(65000))
    page = client.get(ADDRESS).content.decode()
    assert "65.000,00" in page
    assert f"{ADDRESS}{own.pk}/slut/" in page


@pytest.mark.parametrize(
    ("wrong", "field"), [({"whose": "1:2"}, "whose"), ({"until": "2025-01-01"}, "until")]
)
def test_a_fault_stands_beside_its_field(
    client: Client, home: Any, wrong: dict[str, str], field: str
) -> None:
    signed_in(client, home)
    answer = client.post(ADDRESS, {**GIVEN, "whose": f"{home.pk}:", **wrong})
    assert answer.status_code == 422
    assert f'id="id_{field}_error"' in answer.content.decode()


def test_readers_see_and_do_not_set(client: Client, home: Any) -> None:
    held = CostFactory(authority=home, source="Årsregnskab")
    CostFactory(source="En andens")
    signed_in(client, home, "reader_of")
    page = client.get(ADDRESS).content.decode()
    assert "Årsregnskab" in page
    assert "En andens" not in page
    assert "<form" not in page.split("<main")[1].split("</main")[0]
    assert client.post(ADDRESS, GIVEN).status_code == 403
    assert client.get(f"{ADDRESS}{held.pk}/slut/").status_code == 403


def test_a_cost_is_ended(client: Client, home: Any) -> None:
    held = CostFactory(authority=home)
    signed_in(client, home)
    address = f"{ADDRESS}{held.pk}/slut/"
    assert client.get(address).status_code == 200
    assert client.post(address, {"until": "2025-01-01"}).status_code == 422
    assert client.post(address, {"until": "2026-06-30"}).status_code == 302
    held.refresh_from_db()
    assert held.until == date(2026, 6, 30)
    assert client.post(address, {"until": "2026-06-30"}).status_code == 422


def recent(home: Any) -> Any:
    day = timezone.localdate() - timedelta(days=40)
    return EffectFactory(
        baseline__process__authority=home,
        baseline__process__public=True,
        on=day,
        hours=Decimal(50),
        amount=Decimal(20625),
    )


def test_the_price_of_a_freed_hour_stands_with_the_effect(client: Client, home: Any) -> None:
    row = recent(home)
    CostFactory(authority=home, per="once", since=row.on, amount=Decimal(6978), kind="licence")
    signed_in(client, home, "reader_of")
    for address in ("/gevinster/", f"/katalog/{row.process_id}/"):
        page = client.get(address).content.decode()
        assert "139,56" in page, address
        assert "195,6" in page or ">196" in page, address


def test_a_stranger_sees_the_effect_and_not_the_cost(client: Client, home: Any) -> None:
    row = recent(home)
    CostFactory(authority=home, per="once", since=row.on, amount=Decimal(6978))
    page = client.get(f"/katalog/{row.process_id}/").content.decode()
    assert 'id="effect"' in page
    assert "139,56" not in page


def test_without_costs_the_page_says_so(client: Client, home: Any) -> None:
    recent(home)
    signed_in(client, home, "reader_of")
    page = client.get("/gevinster/").content.decode()
    assert ADDRESS in page
    assert "139,56" not in page
