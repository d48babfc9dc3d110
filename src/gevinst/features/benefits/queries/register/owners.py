"""Who can own benefits."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from gevinst.features.accounts import queries as accounts

if TYPE_CHECKING:
    from gevinst.features.accounts.models import User


def owners(authority_ids: Iterable[int]) -> list[User]:
    """Those who can own a benefit of the authorities: everybody active with a role there, by name."""
    wanted = accounts.authorities().filter(pk__in=authority_ids)
    found = {user.pk: user for one in wanted for user in accounts.people(one) if user.is_active}
    return sorted(found.values(), key=lambda user: (user.name, user.pk))
