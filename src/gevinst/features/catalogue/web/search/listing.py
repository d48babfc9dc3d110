"""The list of processes: search, filters with counts, sorting, pages, and the same as a file."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from gevinst.features.catalogue.models import Pace
from gevinst.features.catalogue.queries.asked import SORTS, Asked, address, asked_from
from gevinst.features.catalogue.queries.searching.answer import Answer, Source
from gevinst.features.catalogue.queries.searching.by_database import COMMON
from gevinst.features.catalogue.queries.searching.found import SIZE, search
from gevinst.features.catalogue.queries.searching.showing import shown
from gevinst.features.catalogue.web.search.choices import chips, filters
from gevinst.shared.actor import Actor, Right

CHUNK = 500


class Counted(Paginator):  # type: ignore[type-arg]
    """Pages of a list whose length is known already; `count` is a limit where it is not."""

    known = 0

    @cached_property
    def count(self) -> int:
        """How many there are to page through."""
        return self.known


@login_not_required
@require_GET
def show(request: HttpRequest) -> HttpResponse:
    """The page of hits."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    asked, answer = _answered(actor, asked_from(request.GET))
    pages = Counted([], SIZE)
    pages.known = COMMON if answer.total is None else answer.total
    facts = {
        "wanted": asked,
        "own_search": True,
        "answer": answer,
        "common": COMMON,
        "hits": shown(actor, answer.hits, asked.text),
        "page": Page([], min(asked.page, pages.num_pages), pages),
        "filters": filters(asked, answer.counts),
        "chips": chips(asked),
        "sorts": _sorts(asked),
        "simpler": answer.source == Source.DATABASE,
        "resembling": _only_resembling(asked, answer),
        "meant": address(replace(asked, text=answer.suggestion, page=1)),
        "here": address(asked),
        "paces": Pace.choices,
        "may_create": bool(actor.authorities(Right.CONTRIBUTE)),
        "may_import": actor.national or bool(actor.authorities(Right.ADMINISTER)),
        "may_save": actor.user_id is not None,
    }
    return render(request, "catalogue/list.html", facts)


def _answered(actor: Actor, asked: Asked) -> tuple[Asked, Answer]:
    """The page asked for; the last one where there are not so many."""
    answer = search(actor, asked)
    last = max(1, -(-(COMMON if answer.total is None else answer.total) // SIZE))
    if asked.page <= last:
        return asked, answer
    asked = replace(asked, page=last)
    return asked, search(actor, asked)


def _only_resembling(asked: Asked, answer: Answer) -> bool:
    """Whether nothing has the words, and what is shown is only written like them."""
    by_words = asked.text and answer.source == Source.INDEX and answer.hits
    return bool(by_words) and not any(hit.matched for hit in answer.hits)


def _sorts(asked: Asked) -> list[tuple[str, Any, bool]]:
    labels = {
        "relevance": _("Best hits"),
        "effect": _("Largest effect"),
        "newest": _("Changed last"),
        "adoption": _("Most reused"),
        "title": _("Title"),
    }
    kept = [key for key in SORTS if key != "relevance" or asked.text]
    return [(key, labels[key], key == asked.order) for key in kept]
