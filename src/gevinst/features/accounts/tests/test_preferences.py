"""What a person chooses for himself or herself."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from gevinst.features.accounts import actions, queries
from gevinst.features.accounts.models import User
from gevinst.features.accounts.tests.factories import AuthorityFactory, UserFactory
from gevinst.shared.actor import GUEST
from gevinst.shared.errors import DomainError
from gevinst.shared.models import AuditEntry

pytestmark = pytest.mark.django_db


@pytest.fixture
def clerk() -> User:
    return UserFactory(clerk_of=AuthorityFactory())


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.mark.parametrize("how_often", User.DeskMail.values)
def test_a_clerk_chooses_on_the_profile_page(clerk: User, how_often: str) -> None:
    answer = signed_in(clerk).post(reverse("profile-desk-mail"), {"desk_mail": how_often})
    clerk.refresh_from_db()
    assert (answer.status_code, clerk.desk_mail) == (302, how_often)
    assert AuditEntry.objects.filter(action="accounts.choose_desk_mail").count() == 1


def test_the_choice_is_offered_to_clerks_only(clerk: User) -> None:
    page = reverse("profile")
    assert 'name="desk_mail"' in signed_in(clerk).get(page).content.decode()
    assert 'name="desk_mail"' not in signed_in(UserFactory()).get(page).content.decode()


def test_what_is_no_choice_is_refused(clerk: User) -> None:
    with pytest.raises(DomainError) as fault:
        actions.choose_desk_mail(how_often="hourly", by=queries.actor_of(clerk))
    assert fault.value.code == "invalid"


def test_a_stranger_has_nothing_to_choose() -> None:
    with pytest.raises(DomainError) as fault:
        actions.choose_desk_mail(how_often="off", by=GUEST)
    assert fault.value.code == "not-allowed"


@pytest.mark.parametrize(("chosen", "kept"), [("en", "en"), ("da", "da"), ("xx", "da")])
def test_the_language_of_the_pages_is_that_of_the_mail(clerk: User, chosen: str, kept: str) -> None:
    signed_in(clerk).post(reverse("language"), {"language": chosen})
    clerk.refresh_from_db()
    assert clerk.language == kept


def test_a_stranger_may_choose_a_language() -> None:
    assert Client().post(reverse("language"), {"language": "en"}).status_code == 302
