"""The database holds the rules on roles."""

from __future__ import annotations

import pytest
from django.db import IntegrityError

from gevinst.features.accounts.models import Membership, User
from gevinst.shared.actor import Role


@pytest.mark.django_db
def test_a_role_other_than_the_national_one_needs_an_authority() -> None:
    user = User.objects.create_user("somebody@example.org", "Somebody")
    with pytest.raises(IntegrityError):
        Membership.objects.create(user=user, role=Role.CLERK)
