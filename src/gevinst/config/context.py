"""What every page knows: version, whether this is the demo."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from gevinst import __version__
from gevinst.features.accounts import queries as accounts
from gevinst.features.catalogue.queries.people.notices import unread
from gevinst.shared.actor import GUEST, Right


def site(request: HttpRequest) -> dict[str, Any]:
    """Template context of every page."""
    actor = getattr(request, "actor", GUEST)
    return {
        "version": __version__,
        "demo": settings.DEMO,
        "contact_email": settings.CONTACT_EMAIL,
        # Functions: only a page that shows them asks the database.
        "unread_notices": lambda: unread(actor),
        "my_authority": lambda: accounts.home_name(actor),
        "administers": lambda: actor.national or bool(actor.authorities(Right.ADMINISTER)),
    }
