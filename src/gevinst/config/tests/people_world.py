"""A notice about the process to whoever works on it, and that person's profile, all of it marked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gevinst.features.catalogue.models import Follow, Notice, NoticeKind, Profile

if TYPE_CHECKING:
    from gevinst.features.accounts.models import User
    from gevinst.features.catalogue.models import Process


def people_at(process: Process, insider: User, text: str) -> dict[str, Any]:
    """Parameters of addresses about people and what they are told."""
    Follow.objects.create(user=insider, process=process)
    Profile.objects.create(user=insider, title=text[:120], works_on=text, answers_for=text)
    facts = {
        "what": "changed",
        "actor": text,
        "title": text,
        "text": text,
        "changes": [["summary", text, f"{text} 2"]],
    }
    made = Notice.objects.create(
        user=insider, kind=NoticeKind.CHANGED, process=process, facts=facts
    )
    return {"notice_id": made.pk, "user_id": insider.pk}
