"""How often people want to be mailed about a kind: their own choice, else what is sensible."""

from __future__ import annotations

from collections.abc import Iterable

from gevinst.features.catalogue.models import NoticeChoice, NoticeKind, Pace

PACES: dict[str, str] = {
    NoticeKind.CHANGED: Pace.DAILY,
    NoticeKind.SHARED: Pace.WEEKLY,
    NoticeKind.COMMENT: Pace.INSTANT,
    NoticeKind.ADOPTED: Pace.INSTANT,
    NoticeKind.SOURCE: Pace.DAILY,
    NoticeKind.SEARCH: Pace.DAILY,
    NoticeKind.HELP: Pace.INSTANT,
    NoticeKind.DUTY: Pace.INSTANT,
    NoticeKind.MODERATION: Pace.INSTANT,
}


def paces(user_ids: Iterable[int], kind: str) -> dict[int, str]:
    """The pace of the kind for each person."""
    wanted = set(user_ids)
    chosen = NoticeChoice.objects.filter(kind=kind, user__in=wanted)
    return dict.fromkeys(wanted, PACES[kind]) | dict(chosen.values_list("user_id", "pace"))


def choices(user_id: int) -> dict[str, str]:
    """Every kind with the person's pace."""
    chosen = NoticeChoice.objects.filter(user=user_id).values_list("kind", "pace")
    return PACES | dict(chosen)
