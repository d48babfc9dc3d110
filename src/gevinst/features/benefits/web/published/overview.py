"""The overview of published cases: filters, cards, order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any, NamedTuple

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from gevinst.features.benefits.publishing.words import KINDS, STATUSES, word
from gevinst.features.benefits.queries import published as queries
from gevinst.features.benefits.queries.published import FACETS, Published, PublishedWanted
from gevinst.features.benefits.web.published.card import card_of
from gevinst.shared.danish import danish_sort_key

SHOWN = 6  # choices of a filter before "more"
# Facet -> its name in the address and on the page.
PARAMETERS: dict[str, tuple[str, Promise]] = {
    "status": ("effekt", _("Effect")),
    "kind": ("art", _("Kind")),
    "field": ("omraade", _("Field of work")),
    "technology": ("teknologi", _("Technology")),
    "authority": ("myndighed", _("Authority")),
}
SORTS: dict[str, Promise] = {
    queries.NEWEST: _("Newest"),
    queries.EFFECT: _("Largest effect"),
    queries.TITLE: _("Title"),
}


class Choice(NamedTuple):
    """One choice of a filter: what the address says, what the page says, how many it leaves."""

    value: str
    label: str
    hits: int
    chosen: bool


class Filter(NamedTuple):
    """One filter with its choices."""

    parameter: str
    title: str
    choices: list[Choice]
    more: list[Choice]


@login_not_required
@require_GET
def listing(request: HttpRequest) -> HttpResponse:
    """Every published case that fits, as cards."""
    wanted = _wanted(request)
    found = queries.published(wanted)
    facts = {
        "wanted": wanted,
        "cards": [card_of(one) for one in found],
        "filters": _filters(wanted),
        "chips": _chips(wanted),
        "sorts": [(key, label, key == wanted.sort) for key, label in SORTS.items()],
        "all": len(queries.published()),
    }
    return render(request, "benefits/published_list.html", facts)


def _wanted(request: HttpRequest) -> PublishedWanted:
    given = {facet: request.GET.get(name, "") for facet, (name, _title) in PARAMETERS.items()}
    sort = request.GET.get("sorter", "")
    return PublishedWanted(
        text=request.GET.get("q", "").strip(),
        sort=sort if sort in SORTS else queries.NEWEST,
        **given,
    )


def _filters(wanted: PublishedWanted) -> list[Filter]:
    everything = queries.published()
    made = [_filter(facet, wanted, everything) for facet in PARAMETERS]
    return [one for one in made if one.choices]


def _filter(facet: str, wanted: PublishedWanted, everything: Sequence[Published]) -> Filter:
    parameter, title = PARAMETERS[facet]
    chosen = getattr(wanted, facet)
    counted = Counter(value for one in everything for value in FACETS[facet](one) if value)
    choices = [
        Choice(value, facet_words(facet, value), hits, value == chosen)
        for value, hits in counted.items()
    ]
    choices.sort(key=lambda choice: (-choice.hits, danish_sort_key(choice.label)))
    first = [one for at, one in enumerate(choices) if at < SHOWN or one.chosen]
    return Filter(parameter, str(title), first, [one for one in choices if one not in first])


def facet_words(facet: str, value: str) -> str:
    """A value of a facet as it is shown."""
    words: dict[str, Any] = {"status": STATUSES, "kind": KINDS}
    return word(words[facet], value) if facet in words else value


def _chips(wanted: PublishedWanted) -> list[tuple[str, str]]:
    on = [("q", f"“{wanted.text}”" if wanted.text else "")]
    for facet, (parameter, _title) in PARAMETERS.items():
        value = getattr(wanted, facet)
        on.append((parameter, facet_words(facet, value) if value else ""))
    return [(parameter, text) for parameter, text in on if text]
