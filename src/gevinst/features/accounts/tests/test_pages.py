"""The pages of my account and of an administrator."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from gevinst.features.accounts import actions, queries
from gevinst.features.accounts.models import ApiToken, Authority, Unit, User
from gevinst.features.accounts.tests.factories import (
    AuthorityFactory,
    TokenFactory,
    UnitFactory,
    UserFactory,
)
from gevinst.shared.models import AuditEntry

pytestmark = pytest.mark.django_db


@pytest.fixture
def home() -> Authority:
    return AuthorityFactory(name="Prøveby Kommune")


@pytest.fixture
def admin(home: Authority, client: Client) -> User:
    user = UserFactory(local_admin_of=home)
    client.force_login(user)
    return user


def test_my_profile_shows_my_roles(client: Client, home: Authority, admin: User) -> None:
    page = client.get(reverse("profile")).content.decode()
    assert admin.email in page
    assert home.name in page


def test_somebody_with_no_role_is_told_what_to_do(client: Client) -> None:
    client.force_login(UserFactory())
    assert reverse("account_email") in client.get(reverse("profile")).content.decode()


@pytest.mark.parametrize(
    ("count", "national", "target"),
    [(1, False, "people"), (2, False, None), (0, False, None), (0, True, "authorities")],
)
def test_administration_leads_to_what_there_is(
    client: Client, count: int, national: bool, target: str | None
) -> None:
    user = UserFactory(national_admin=national)
    for authority in AuthorityFactory.create_batch(count):
        actions.grant_role(
            user=user, role="local_admin", authority=authority, by=actions.demo.SYSTEM
        )
    client.force_login(user)
    answer = client.get(reverse("local-admin"))
    assert answer.status_code == (302 if target else 200)


def test_a_new_person_gets_an_account_and_a_role(
    client: Client, home: Authority, admin: User
) -> None:
    unit = UnitFactory(authority=home)
    facts = {"email": "ny@example.org", "name": "Ny", "role": "clerk", "unit": unit.pk}
    client.post(reverse("person-add", args=[home.code]), facts)
    held = queries.memberships(home).get(user__email="ny@example.org")
    assert (held.role, held.unit) == ("clerk", unit)


def test_somebody_known_gets_the_role_only(client: Client, home: Authority, admin: User) -> None:
    known = UserFactory(email="kendt@example.org", name="Kendt")
    client.post(
        reverse("person-add", args=[home.code]),
        {"email": "KENDT@example.org", "name": "x", "role": "reader"},
    )
    known.refresh_from_db()
    assert (known.name, known.memberships.get().role) == ("Kendt", "reader")


def test_a_refusal_stands_on_the_form(client: Client, home: Authority, admin: User) -> None:
    answer = client.post(
        reverse("person-add", args=[home.code]),
        {"email": admin.email, "name": "x", "role": "clerk"},
    )
    assert answer.status_code == 422
    assert "error-summary" in answer.content.decode()


def test_the_national_role_is_not_offered(client: Client, home: Authority, admin: User) -> None:
    facts = {"email": "ny@example.org", "name": "Ny", "role": "national_admin"}
    assert client.post(reverse("person-add", args=[home.code]), facts).status_code == 422
    assert queries.user_by_email("ny@example.org") is None


def test_a_role_is_taken_back_after_a_question(
    client: Client, home: Authority, admin: User
) -> None:
    user = UserFactory(clerk_of=home)
    url = reverse("role-revoke", args=[home.code, user.memberships.get().pk])
    assert user.name in client.get(url).content.decode()
    assert user.memberships.exists()
    client.post(url)
    assert not user.memberships.exists()


def test_an_account_is_closed_after_a_question_and_its_session_ends(
    client: Client, home: Authority, admin: User
) -> None:
    user = UserFactory(clerk_of=home)
    theirs = Client()
    theirs.force_login(user)
    url = reverse("person-close", args=[home.code, user.pk])
    assert user.name in client.get(url).content.decode()
    client.post(url)
    assert theirs.get(reverse("profile")).status_code == 302


def test_the_last_administrators_role_stays_and_the_page_says_why(
    client: Client, home: Authority, admin: User
) -> None:
    answer = client.post(reverse("role-revoke", args=[home.code, admin.memberships.get().pk]))
    assert answer.status_code == 422
    assert admin.memberships.exists()


def test_a_secret_is_shown_once(client: Client, home: Authority, admin: User) -> None:
    answer = client.post(
        reverse("token-add", args=[home.code]), {"name": "Økonomi", "role": "clerk", "days": "30"}
    )
    secret = answer.context["secret"]
    integration = queries.actor_of_token(secret)
    assert integration is not None
    assert integration.roles == {home.pk: {"clerk"}}
    assert secret in answer.content.decode()
    assert "no-store" in answer.headers["Cache-Control"]
    assert secret not in client.get(reverse("tokens", args=[home.code])).content.decode()


def test_a_token_is_withdrawn_after_a_question(
    client: Client, home: Authority, admin: User
) -> None:
    token = TokenFactory(authority=home)
    url = reverse("token-revoke", args=[home.code, token.pk])
    assert token.name in client.get(url).content.decode()
    client.post(url)
    assert ApiToken.objects.get().revoked_at is not None


def test_units_are_added_in_a_tree(client: Client, home: Authority, admin: User) -> None:
    url = reverse("units", args=[home.code])
    client.post(url, {"name": "Økonomi"})
    client.post(url, {"name": "Regnskab", "parent": Unit.objects.get().pk})
    tree = [(depth, unit.name) for depth, unit in queries.unit_tree(home)]
    assert tree == [(0, "Økonomi"), (1, "Regnskab")]
    assert client.post(url, {"name": "Økonomi"}).status_code == 422


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("", 2),
        ("action=accounts.add_unit", 1),
        ("since=2999-01-01", 0),
        ("until=2000-01-01", 0),
        ("since=x", 2),
        ("action=accounts.nothing", 2),
    ],
)
def test_the_trail_is_filtered(
    client: Client, home: Authority, admin: User, query: str, count: int
) -> None:
    client.post(reverse("units", args=[home.code]), {"name": "Økonomi"})
    client.post(
        reverse("token-add", args=[home.code]), {"name": "Ø", "role": "clerk", "days": "30"}
    )
    AuditEntry.objects.create(action="x", actor_name="y", authority=AuthorityFactory())
    answer = client.get(f"{reverse('audit', args=[home.code])}?{query}")
    assert len(answer.context["rows"]) == count


@pytest.mark.parametrize(
    ("language", "text"), [("en", "Privacy and cookies"), ("da", None), ("xx", None)]
)
def test_the_language_is_chosen_by_a_cookie(
    client: Client, language: str, text: str | None
) -> None:
    answer = client.post(reverse("language"), {"language": language, "next": reverse("privacy")})
    page = client.get(answer.headers["Location"])
    assert page.headers["Content-Language"] == ("en" if text else "da")


@pytest.mark.parametrize(
    "back", ["https://evil.example/", "//evil.example", "", "javascript:alert(1)"]
)
def test_the_language_switch_leads_nowhere_else(client: Client, back: str) -> None:
    assert (
        client.post(reverse("language"), {"language": "en", "next": back}).headers["Location"]
        == "/"
    )


def test_the_list_of_authorities_is_national(client: Client, home: Authority, admin: User) -> None:
    assert client.get(reverse("authorities")).status_code == 403
    client.force_login(UserFactory(national_admin=True))
    assert home.name in client.get(reverse("authorities")).content.decode()


def test_an_unknown_authority_is_not_found(client: Client, admin: User) -> None:
    assert client.get(reverse("people", args=["nobody"])).status_code == 404
