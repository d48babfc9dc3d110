"""The demo's people on the sign-in page, each with what the role may do."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from gevinst.features.accounts import queries
from gevinst.shared.actor import Role

MAY: dict[str, Promise] = {
    Role.READER: _("Read processes, effects and runs of the authority"),
    Role.CONTRIBUTOR: _("Read, and describe processes"),
    Role.CLERK: _("Work the exceptions desk"),
    Role.PROCESS_OWNER: _("Read, describe processes, run robots"),
    Role.LOCAL_ADMIN: _("Give roles, make API tokens, run robots"),
    Role.NATIONAL_ADMIN: _("See all authorities and name their administrators"),
}


def demo_users(request: HttpRequest, _subject: object) -> dict[str, Any] | None:
    """Context of the panel; None where the demo is off."""
    users = [
        (user, MAY[user.memberships.all()[0].role])
        for user in queries.demo_users()
        if user.memberships.all()
    ]
    if not users:
        return None
    return {"users": users, "password": settings.DEMO_PASSWORD, "next": request.GET.get("next", "")}
