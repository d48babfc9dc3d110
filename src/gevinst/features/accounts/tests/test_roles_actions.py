"""Who may give and take which role."""

from __future__ import annotations

import pytest

from gevinst.features.accounts import actions, queries
from gevinst.features.accounts.models import Membership
from gevinst.features.accounts.tests.factories import (
    AuthorityFactory,
    UnitFactory,
    UserFactory,
    actor,
)
from gevinst.shared.actor import SYSTEM, Role
from gevinst.shared.errors import DomainError
from gevinst.shared.models import AuditEntry

pytestmark = pytest.mark.django_db


def code(fault: pytest.ExceptionInfo[DomainError]) -> str:
    return fault.value.code


def test_a_local_administrator_gives_a_role_at_home_and_the_trail_says_so() -> None:
    home, user = AuthorityFactory(), UserFactory()
    unit = UnitFactory(authority=home)
    admin = actor(local_admin_of=home)
    held = actions.grant_role(user=user, role=Role.CLERK, authority=home, unit=unit, by=admin)
    entry = AuditEntry.objects.get(action="accounts.grant_role")
    assert (held.role, held.authority, held.unit) == (Role.CLERK, home, unit)
    assert (entry.actor_id, entry.authority_id, entry.target_id) == (
        admin.user_id,
        home.pk,
        str(user.pk),
    )
    assert entry.facts == {"role": "clerk"}


@pytest.mark.parametrize(
    "trait", ["reader_of", "contributor_of", "clerk_of", "process_owner_of", None, "elsewhere"]
)
def test_nobody_else_gives_a_role(trait: str | None) -> None:
    home = AuthorityFactory()
    by = (
        actor(local_admin_of=AuthorityFactory())
        if trait == "elsewhere"
        else actor(**{trait: home} if trait else {})
    )
    with pytest.raises(DomainError) as fault:
        actions.grant_role(user=UserFactory(), role=Role.READER, authority=home, by=by)
    assert code(fault) == "not-allowed"


@pytest.mark.parametrize("national", [False, True])
def test_nobody_gives_himself_a_role(national: bool) -> None:
    home = AuthorityFactory()
    user = UserFactory(national_admin=national, local_admin_of=home)
    with pytest.raises(DomainError) as fault:
        actions.grant_role(user=user, role=Role.CLERK, authority=home, by=queries.actor_of(user))
    assert code(fault) == "not-allowed"


def test_the_national_role_is_given_by_its_holders_only() -> None:
    home = AuthorityFactory()
    with pytest.raises(DomainError) as fault:
        actions.grant_role(
            user=UserFactory(),
            role=Role.NATIONAL_ADMIN,
            authority=None,
            by=actor(local_admin_of=home),
        )
    assert code(fault) == "not-allowed"
    held = actions.grant_role(
        user=UserFactory(), role=Role.NATIONAL_ADMIN, authority=None, by=actor(national_admin=True)
    )
    assert held.authority is None


@pytest.mark.parametrize(
    ("role", "at_home"), [(Role.NATIONAL_ADMIN, True), (Role.CLERK, False), ("king", True)]
)
def test_role_and_authority_must_fit(role: str, at_home: bool) -> None:
    authority = AuthorityFactory() if at_home else None
    with pytest.raises(DomainError) as fault:
        actions.grant_role(user=UserFactory(), role=role, authority=authority, by=SYSTEM)
    assert code(fault) == "invalid"


def test_a_unit_of_another_authority_does_not_fit() -> None:
    with pytest.raises(DomainError) as fault:
        actions.grant_role(
            user=UserFactory(),
            role=Role.CLERK,
            authority=AuthorityFactory(),
            unit=UnitFactory(),
            by=SYSTEM,
        )
    assert code(fault) == "invalid"


def test_a_role_is_held_once() -> None:
    home = AuthorityFactory()
    user = UserFactory(clerk_of=home)
    with pytest.raises(DomainError) as fault:
        actions.grant_role(user=user, role=Role.CLERK, authority=home, by=SYSTEM)
    assert code(fault) == "already-done"


def test_a_role_is_taken_back() -> None:
    home = AuthorityFactory()
    user = UserFactory(clerk_of=home)
    actions.revoke_role(membership=user.memberships.get(), by=actor(local_admin_of=home))
    assert not user.memberships.exists()
    assert AuditEntry.objects.get(action="accounts.revoke_role").facts == {"role": "clerk"}


def test_another_authoritys_administrator_takes_no_role() -> None:
    user = UserFactory(clerk_of=AuthorityFactory())
    with pytest.raises(DomainError) as fault:
        actions.revoke_role(
            membership=user.memberships.get(), by=actor(local_admin_of=AuthorityFactory())
        )
    assert code(fault) == "not-allowed"


@pytest.mark.parametrize(("others", "refused"), [(0, True), (1, False)])
def test_the_last_local_administrator_stays(others: int, refused: bool) -> None:
    home = AuthorityFactory()
    user = UserFactory(local_admin_of=home)
    UserFactory.create_batch(others, local_admin_of=home)
    # Somebody who cannot sign in does not count.
    closed = UserFactory(local_admin_of=home)
    type(closed).objects.filter(pk=closed.pk).update(is_active=False)
    if refused:
        with pytest.raises(DomainError) as fault:
            actions.revoke_role(membership=user.memberships.get(), by=SYSTEM)
        assert code(fault) == "last-admin"
    else:
        actions.revoke_role(membership=user.memberships.get(), by=SYSTEM)
    assert user.memberships.exists() is refused


def test_the_national_role_is_taken_by_its_holders_and_the_last_one_stays() -> None:
    first, home = UserFactory(national_admin=True), AuthorityFactory()
    with pytest.raises(DomainError) as fault:
        actions.revoke_role(membership=first.memberships.get(), by=actor(local_admin_of=home))
    assert code(fault) == "not-allowed"
    second = UserFactory(national_admin=True)
    actions.revoke_role(membership=second.memberships.get(), by=SYSTEM)
    with pytest.raises(DomainError) as fault:
        actions.revoke_role(membership=first.memberships.get(), by=SYSTEM)
    assert code(fault) == "last-admin"
    assert Membership.objects.filter(role=Role.NATIONAL_ADMIN).count() == 1
