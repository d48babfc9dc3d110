"""The factories that every room's tests stand on."""

from __future__ import annotations

import pytest

from gevinst.features.accounts import queries
from gevinst.features.accounts.tests.factories import (
    AuthorityFactory,
    TokenFactory,
    UnitFactory,
    UserFactory,
    actor,
)
from gevinst.shared.actor import Right, Role

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.NATIONAL_ADMIN])
def test_a_trait_gives_its_role_at_its_authority(role: Role) -> None:
    authority = AuthorityFactory()
    user = UserFactory(**{f"{role}_of": authority})
    assert queries.actor_of(user).roles == {authority.pk: {role}}


def test_the_national_trait_gives_no_role_at_an_authority() -> None:
    somebody = actor(national_admin=True)
    assert somebody.national
    assert somebody.roles == {}


def test_a_clerk_works_the_desk_at_home_only() -> None:
    home, other = AuthorityFactory.create_batch(2)
    clerk = actor(clerk_of=home)
    assert clerk.may(Right.WORK_DESK, home.pk)
    assert not clerk.may(Right.WORK_DESK, other.pk)


def test_a_token_and_a_unit_are_made_whole() -> None:
    assert TokenFactory().secret.startswith("gv_")
    assert UnitFactory().authority.units.count() == 1
