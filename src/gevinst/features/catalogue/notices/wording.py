"""What a notice says, in the language in force: a headline, what changed from what to what, and where."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import NoReverseMatch, reverse
from django.utils.text import Truncator

from gevinst.engines.identifiers import mask_all
from gevinst.features.catalogue.fields import INTERNAL
from gevinst.features.catalogue.models import Adoption, Announcement, Notice, NoticeKind, Report
from gevinst.features.catalogue.notices.excerpt import excerpts
from gevinst.features.catalogue.notices.headlines import HEADLINES
from gevinst.features.catalogue.notices.values import label, shown

MOST = 400  # characters of what somebody wrote
CHOICES: dict[str, Any] = {
    "extent": Adoption.Extent,
    "kind": Announcement.Kind,
    "reason": Report.Reason,
    "outcome": Report.Outcome,
}


@dataclass(frozen=True, slots=True)
class Said:
    """A notice in words. `changes` are (field, before, after); `path` is where to go, or empty."""

    headline: str
    kind: str
    changes: list[tuple[str, str, str]]
    text: str
    items: list[str]
    path: str
    at: datetime


def say(notice: Notice, *, internal: bool, readable: frozenset[int] = frozenset()) -> Said | None:
    """The notice in words; None when there is nothing in it that the reader may see.

    `internal`: whether the reader may see what is internal of the process. Where `facts["ids"]` names the
    processes of `facts["items"]`, only those of `readable` are told.
    """
    facts = notice.facts
    changes = _changes(facts.get("changes", []), internal)
    items = _items(facts, readable)
    if (facts.get("changes") and not changes) or (facts.get("items") and not items):
        return None
    return Said(
        headline=mask_all(_headline(notice)),
        kind=str(NoticeKind(notice.kind).label),
        changes=changes,
        text=mask_all(Truncator(str(facts.get("text") or "")).chars(MOST)),
        items=items,
        path=_path(notice),
        at=notice.at,
    )


def _items(facts: dict[str, Any], readable: frozenset[int]) -> list[str]:
    items = [mask_all(str(one)) for one in facts.get("items", [])]
    if "ids" not in facts:
        return items
    pairs = zip(facts["ids"], items, strict=False)
    return [item for one, item in pairs if one in readable]


def _headline(notice: Notice) -> str:
    facts = notice.facts
    words = HEADLINES.get(str(facts.get("what")))
    if words is None:
        return f"{NoticeKind(notice.kind).label}: {facts.get('title', '')}"
    return str(words) % defaultdict(str, {key: _word(key, one) for key, one in facts.items()})


def _word(key: str, value: Any) -> str:
    found = CHOICES.get(key)
    return str(found(value).label) if found and value in found.values else str(value or "")


def _changes(stated: list[list[Any]], internal: bool) -> list[tuple[str, str, str]]:
    seen = [one for one in stated if internal or one[0] not in INTERNAL]
    return [_change(*one) for one in seen]


def _change(field: str, before: Any, after: Any) -> tuple[str, str, str]:
    old, new = excerpts(shown(field, before), shown(field, after))
    return label(field), mask_all(old), mask_all(new)


def _path(notice: Notice) -> str:
    """The page that the facts name, else that of the process; empty where there is none."""
    facts = notice.facts
    try:
        if facts.get("url_name"):
            given = facts.get("url_args") or []
            query = facts.get("url_query", "")
            named = {"kwargs": given} if isinstance(given, dict) else {"args": given}
            return reverse(facts["url_name"], **named) + (f"?{query}" if query else "")
        if notice.process_id is not None:
            return reverse("process", args=[notice.process_id])
    except NoReverseMatch:
        return ""
    return ""
