"""The panel of the front page: what a person follows has changed."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from gevinst.features.catalogue.queries.people.following import follows_anything
from gevinst.features.catalogue.queries.people.notices import news
from gevinst.shared.actor import Actor


def followed_panel(request: HttpRequest, _subject: object) -> dict[str, Any] | None:
    """The newest unread notices of what is followed; for those who are signed in."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    if actor.user_id is None:
        return None
    found = news(actor, timezone.now())
    return {"shown": found, "follows": bool(found) or follows_anything(actor)}
