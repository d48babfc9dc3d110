"""Where rules are read, and the rule book of one building block."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from gevinst.engines.blockkit.contract import Text
from gevinst.engines.blockkit.registry import blocks
from gevinst.engines.control.explain import Explanation
from gevinst.features.control import permissions, queries
from gevinst.features.control.web.scope import open_book, reader


@require_GET
def places(request: HttpRequest) -> HttpResponse:
    """The rule books that the actor may read, and what is under way."""
    actor = reader(request)
    books = [(each, queries.installed(key)) for each in queries.places(actor) for key in blocks()]
    changes = queries.open_changes(actor)
    facts = {"books": books, "changes": changes}
    return render(request, "control/places.html", facts)


@require_GET
def book(request: HttpRequest, code: str, block_key: str) -> HttpResponse:
    """The rules in force, those of a subject together."""
    found = open_book(request, code, block_key)
    rules = found.current()
    wanted, queue = request.GET.get("q", "").strip()[:100], request.GET.get("koe", "")
    shown = [each for each in rules if _fits(each, wanted, queue)]
    actor = request.actor  # type: ignore[attr-defined]
    facts = {
        "opened": found,
        "manifest": found.block.manifest,
        "groups": _groups(shown),
        "total": len(rules),
        "shown": len(shown),
        "queues": _queues(rules),
        "wanted": wanted,
        "queue": queue,
        "changes": queries.changes(actor, found.authority.pk, block_key)[:5],
        "may_change": permissions.may_change(actor, found.authority.pk),
    }
    return render(request, "control/book.html", facts)


def _fits(rule: Explanation, wanted: str, queue: str) -> bool:
    if queue and rule.queue != queue:
        return False
    code = get_language() or "da"
    told = [rule.name, *(text for case in rule.cases for text in (case.condition, case.message))]
    said = " ".join(
        [rule.id, rule.owner, rule.legal_basis, *(each.in_language(code) for each in told)]
    )
    return all(word in said.casefold() for word in wanted.casefold().split())


def _groups(rules: Iterable[Explanation]) -> list[dict[str, Any]]:
    """The rules by what they are about and by queue, in the order they are reported."""
    groups: dict[tuple[str, str], dict[str, Any]] = {}
    for rule in rules:
        key = (rule.subject, rule.queue)
        group = {"subject": subject_words(rule.subject), "queue": rule.queue_title, "rules": []}
        groups.setdefault(key, group)["rules"].append(rule)
    return list(groups.values())


def _queues(rules: Iterable[Explanation]) -> list[tuple[str, Text]]:
    return list({rule.queue: rule.queue_title for rule in rules}.items())


def subject_words(kind: str) -> str:
    """What a kind of subject is called."""
    known = {"document": _("The whole document"), "line": _("Each line")}
    return known.get(kind, kind)
