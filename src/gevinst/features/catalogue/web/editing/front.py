"""The panel of the front page: drafts that wait."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from gevinst.features.catalogue.web.editing.drafts import lines
from gevinst.shared.actor import Actor

SHOWN = 3


def drafts_panel(request: HttpRequest, _subject: object) -> dict[str, Any] | None:
    """The newest drafts; nothing for who has none."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    found = lines(actor)[:SHOWN] if actor.user_id is not None else []
    return {"lines": found} if found else None
