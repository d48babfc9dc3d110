"""The front page: figures that can be followed, and what waits for whoever is signed in."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from gevinst.features.accounts.models import User
from gevinst.features.accounts.tests.factories import AuthorityFactory, UserFactory, actor
from gevinst.features.benefits.tests.case_people import case_people, proposed_case
from gevinst.features.benefits.tests.factories import BenefitFactory, EffectFactory
from gevinst.features.catalogue.tests.factories import ProcessFactory
from gevinst.features.insight import queries
from gevinst.features.operations.tests.factories import RobotFactory, WorkItemFactory
from gevinst.shared.actor import GUEST

pytestmark = pytest.mark.django_db


def recent(**facts: Any) -> Any:
    return EffectFactory(on=timezone.localdate() - timedelta(days=3), **facts)


def test_a_guest_meets_figures_of_what_is_public(client: Client) -> None:
    recent(baseline__process__public=True, hours=Decimal(1234), exceptions=5)
    recent(hours=Decimal(77777))
    page = client.get("/").content.decode()
    assert "1.234" in page
    assert "77.777" not in page
    shared = queries.shared(GUEST, timezone.localdate() - timedelta(days=364))
    assert (shared.processes, shared.handled) == (1, 15)


def test_an_empty_installation_says_what_comes(client: Client) -> None:
    page = client.get("/").content.decode()
    assert "g-empty" in page
    assert "–  " not in page


def test_estimates_are_told_apart(client: Client) -> None:
    recent(baseline__process__public=True, baseline__estimated=True)
    page = client.get("/").content.decode()
    assert "g-kind-estimated" in page


def test_a_clerk_sees_what_stands_at_the_desk(client: Client) -> None:
    robot = RobotFactory()
    for _ in range(3):
        WorkItemFactory(robot=robot, referred=True)
    WorkItemFactory(robot=robot, waiting=True)
    clerk = UserFactory(clerk_of=robot.authority)
    waits = queries.desk_waits(actor(clerk_of=robot.authority))
    assert [(w.robot, w.items) for w in waits] == [(robot.name, 3)]
    client.force_login(clerk)
    assert robot.name in client.get("/").content.decode()


@pytest.mark.parametrize("role", ["reader_of", "contributor_of"])
def test_others_see_no_desk(role: str) -> None:
    robot = RobotFactory()
    WorkItemFactory(robot=robot, referred=True)
    assert queries.desk_waits(actor(**{role: robot.authority})) == []


def test_a_contributor_is_asked_for_the_baselines_that_lack(client: Client) -> None:
    process = ProcessFactory(in_operation=True)
    client.force_login(UserFactory(contributor_of=process.authority))
    assert f"/gevinster/{process.pk}/nulpunkter/nyt/" in client.get("/").content.decode()
    assert queries.missing_baselines(actor(reader_of=process.authority)) == []


def test_drafts_are_ones_own() -> None:
    mine = ProcessFactory(personal=True)
    ProcessFactory(personal=True)
    who = actor()
    assert queries.drafts(GUEST) == queries.drafts(who) == []
    mine.owner_id = who.user_id
    mine.save()
    assert queries.drafts(who) == [(mine.pk, mine.title)]


def test_the_authoritys_own_figures(client: Client) -> None:
    here = AuthorityFactory()
    recent(baseline__process__authority=here, hours=Decimal(4321))
    client.force_login(UserFactory(reader_of=here))
    assert "4.321" in client.get("/").content.decode()


def test_an_owner_sees_what_is_to_be_measured(client: Client) -> None:
    today = timezone.localdate()
    authority = AuthorityFactory()
    owner = UserFactory(process_owner_of=authority)
    for title, days in (("Længe ventet", -3), ("Først senere", 3)):
        BenefitFactory(
            authority=authority,
            owner=owner,
            title=title,
            state="estimated",
            next_measurement_on=today + timedelta(days=days),
        )
    client.force_login(owner)
    page = client.get("/").content.decode()
    assert "Længe ventet" in page
    assert "Først senere" not in page


def test_a_second_person_sees_the_business_case_that_waits(client: Client) -> None:
    people = case_people()
    case = proposed_case(people)
    assert queries.cases_to_approve(people.second) == [(case.pk, case.title)]
    for nobody in (people.writer, people.reader, people.stranger):
        assert queries.cases_to_approve(nobody) == []
    client.force_login(User.objects.get(pk=people.second.user_id))
    assert case.title in client.get("/").content.decode()
