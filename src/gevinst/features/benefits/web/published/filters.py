"""The filters of the overview: their choices, and the chips of those that are on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any, NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from gevinst.features.benefits.publishing.words import KINDS, STATUSES, word
from gevinst.features.benefits.queries import published as queries
from gevinst.features.benefits.queries.published import FACETS, Published, PublishedWanted
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


def filters_of(wanted: PublishedWanted) -> list[Filter]:
    """The filters that have a choice."""
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


def chips_of(wanted: PublishedWanted) -> list[tuple[str, str]]:
    """What is asked for now: parameter and words."""
    on = [("q", f"“{wanted.text}”" if wanted.text else "")]
    for facet, (parameter, _title) in PARAMETERS.items():
        value = getattr(wanted, facet)
        on.append((parameter, facet_words(facet, value) if value else ""))
    return [(parameter, text) for parameter, text in on if text]
