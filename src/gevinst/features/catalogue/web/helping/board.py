"""The list of posts with its filters in the address."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from gevinst.features.catalogue import queries
from gevinst.features.catalogue.models import HelpPost
from gevinst.features.catalogue.queries.helping import STATES, WHOSE, posts
from gevinst.shared.actor import Actor, Right

PAGE = 20


class Choice(NamedTuple):
    """One choice of a filter, as the address and as the page says it."""

    value: str
    label: str
    chosen: bool


@require_GET
def show(request: HttpRequest) -> HttpResponse:
    """The posts that fit, newest first."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    kind = _asked(request, "slags", ("", *HelpPost.Kind.values))
    state = _asked(request, "tilstand", STATES)
    whose = _asked(request, "hvis", WHOSE)
    page = Paginator(posts(actor, kind=kind, state=state, whose=whose), PAGE)
    shown = page.get_page(request.GET.get("side"))
    facts = {
        "page": shown,
        "titles": queries.titles(actor, [post.process_id for post in shown if post.process_id]),
        "kinds": _choices(
            {"": _("Both"), **{kind.value: kind.label for kind in HelpPost.Kind}}, kind
        ),
        "states": _choices({"open": _("Open"), "closed": _("Closed"), "all": _("All")}, state),
        "whose": _choices({"all": _("Everybody's"), "mine": _("Mine and my authority's")}, whose),
        "may_post": bool(actor.authorities(Right.CONTRIBUTE)),
    }
    return render(request, "catalogue/helping/board.html", facts)


def _asked(request: HttpRequest, name: str, known: tuple[str, ...]) -> str:
    given = request.GET.get(name, "")
    return given if given in known else known[0]


def _choices(labels: Mapping[str, Any], chosen: str) -> list[Choice]:
    return [Choice(value, str(label), value == chosen) for value, label in labels.items()]
