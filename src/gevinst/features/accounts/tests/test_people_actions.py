"""Accounts are made and closed by those who answer for them."""

from __future__ import annotations

import pytest

from gevinst.features.accounts import actions, queries
from gevinst.features.accounts.models import User
from gevinst.features.accounts.tests.factories import AuthorityFactory, UserFactory, actor
from gevinst.shared.actor import SYSTEM, Role
from gevinst.shared.errors import DomainError
from gevinst.shared.models import AuditEntry

pytestmark = pytest.mark.django_db


def test_a_local_administrator_makes_a_person_with_a_first_role() -> None:
    home = AuthorityFactory()
    user = actions.make_user(
        email=" New@Example.org",
        name=" Ny ",
        authority=home,
        role=Role.CLERK,
        by=actor(local_admin_of=home),
    )
    assert (user.email, user.name, user.has_usable_password()) == ("new@example.org", "Ny", False)
    assert queries.actor_of(user).roles == {home.pk: {Role.CLERK}}
    assert list(AuditEntry.objects.order_by("pk").values_list("action", flat=True)) == [
        "accounts.grant_role",
        "accounts.make_user",
    ]


def test_a_person_without_an_authority_is_made_nationally() -> None:
    with pytest.raises(DomainError, match="national"):
        actions.make_user(
            email="a@example.org", name="A", by=actor(local_admin_of=AuthorityFactory())
        )
    plain = actions.make_user(
        email="a@example.org", name="A", by=SYSTEM, password="en lang sætning 42"
    )
    assert plain.check_password("en lang sætning 42")
    assert not plain.memberships.exists()
    boss = actions.make_user(email="b@example.org", name="B", role=Role.NATIONAL_ADMIN, by=SYSTEM)
    assert queries.actor_of(boss).national


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"email": "no address"}, "invalid"),
        ({"name": "  "}, "invalid"),
        ({"password": "short"}, "invalid"),
        ({"email": "KNOWN@example.org"}, "already-done"),
    ],
)
def test_a_person_needs_a_fresh_address_a_name_and_a_good_password(
    facts: dict[str, str], code: str
) -> None:
    UserFactory(email="known@example.org")
    with pytest.raises(DomainError) as fault:
        actions.make_user(**{"email": "fresh@example.org", "name": "Ny", "by": SYSTEM, **facts})
    assert fault.value.code == code


def test_a_refused_role_leaves_no_person() -> None:
    home = AuthorityFactory()
    with pytest.raises(DomainError):
        actions.make_user(
            email="x@example.org",
            name="X",
            authority=home,
            role=Role.NATIONAL_ADMIN,
            by=actor(local_admin_of=home),
        )
    assert not User.objects.filter(email="x@example.org").exists()


def test_a_closed_account_signs_nobody_in() -> None:
    home = AuthorityFactory()
    user = UserFactory(clerk_of=home)
    actions.deactivate_user(user=user, by=actor(local_admin_of=home))
    user.refresh_from_db()
    entry = AuditEntry.objects.get()
    assert not user.is_active
    assert (entry.action, entry.authority_id) == ("accounts.deactivate_user", home.pk)


@pytest.mark.parametrize("case", ["himself", "elsewhere", "shared", "no role", "national"])
def test_an_account_is_closed_only_by_who_administers_all_of_it(case: str) -> None:
    home, other = AuthorityFactory.create_batch(2)
    admin = UserFactory(local_admin_of=home)
    user = {
        "himself": lambda: admin,
        "elsewhere": lambda: UserFactory(clerk_of=other),
        "shared": lambda: UserFactory(clerk_of=other, reader_of=home),
        "no role": UserFactory,
        "national": lambda: UserFactory(national_admin=True, reader_of=home),
    }[case]()
    with pytest.raises(DomainError) as fault:
        actions.deactivate_user(user=user, by=queries.actor_of(admin))
    assert fault.value.code == "not-allowed"


def test_the_last_administrators_account_stays_open() -> None:
    user = UserFactory(local_admin_of=AuthorityFactory())
    with pytest.raises(DomainError) as fault:
        actions.deactivate_user(user=user, by=actor(national_admin=True))
    user.refresh_from_db()
    assert (fault.value.code, user.is_active) == ("last-admin", True)


def test_demo_people_are_made_once_and_sign_in_with_one_password() -> None:
    home = AuthorityFactory()
    made = actions.make_demo_users(authority=home, password="en prøve")
    again = actions.make_demo_users(authority=home)
    assert [user.pk for user in made] == [user.pk for user in again]
    assert all(user.is_demo for user in again)
    assert made[0].check_password("en prøve")
    assert {
        role for user in again for role in user.memberships.values_list("role", flat=True)
    } == set(Role.values)
