"""From each room of benefits one comes to the others; who has no role is led nowhere that is closed."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from gevinst.features.accounts.models import User
from gevinst.features.accounts.tests.factories import AuthorityFactory, UserFactory

pytestmark = pytest.mark.django_db
ROOMS = ("benefits", "business-cases", "register", "portfolio", "robot-costs")


def page(client: Client, room: str) -> str:
    return client.get(reverse(room)).content.decode()


@pytest.fixture
def reader(db: None) -> User:
    """One who may read at an authority."""
    found: User = UserFactory(reader_of=AuthorityFactory())
    return found


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_leads_to_all_of_them_and_says_where_one_is(
    room: str, reader: User, client: Client
) -> None:
    client.force_login(reader)
    told = page(client, room)
    assert [one for one in ROOMS if f'<li><a href="{reverse(one)}"' not in told] == []
    assert f'<li><a href="{reverse(room)}" aria-current="page">' in told


def test_each_link_opens(reader: User, client: Client) -> None:
    client.force_login(reader)
    assert {room: client.get(reverse(room)).status_code for room in ROOMS} == dict.fromkeys(
        ROOMS, 200
    )


def test_who_has_no_role_sees_no_way_into_closed_rooms(client: Client, db: None) -> None:
    client.force_login(UserFactory())
    assert reverse("portfolio") not in page(client, "business-cases")
