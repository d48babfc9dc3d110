"""Which published cases are asked for, and in which order."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from gevinst.features.benefits.queries.published.entry import Published
from gevinst.shared.danish import danish_sort_key

NEWEST = "newest"
EFFECT = "effect"
TITLE = "title"


@dataclass(frozen=True, slots=True)
class PublishedWanted:
    """Which published cases are asked for; what is left empty asks for any."""

    text: str = ""
    technology: str = ""
    field: str = ""
    kind: str = ""
    status: str = ""
    authority: str = ""
    sort: str = NEWEST


FACETS: Mapping[str, Callable[[Published], tuple[str, ...]]] = {
    "technology": lambda one: (one.known.case.technology,),
    "field": lambda one: (one.known.case.field_of_work,),
    "kind": lambda one: (one.known.case.kind,),
    "status": lambda one: (one.known.status,),
    "authority": lambda one: one.known.told.facts.authorities,
}


def asked_for(one: Published, wanted: PublishedWanted) -> bool:
    """Whether a case is of those that are asked for."""
    for facet, values in FACETS.items():
        value = getattr(wanted, facet)
        if value and value not in values(one):
            return False
    held = searchable(one)
    return all(word in held for word in wanted.text.casefold().split())


def searchable(one: Published) -> str:
    """The words that a search looks in."""
    case, story = one.known.case, one.known.told
    parts = (
        *(case.title, case.summary, case.technology, case.field_of_work),
        *story.facts.authorities,
        *(passage.text for passage in story.about),
        *(f"{lesson.title} {lesson.text}" for lesson in story.lessons),
    )
    return " ".join(parts).casefold()


def ordered(found: list[Published], sort: str) -> list[Published]:
    """The cases in the order asked for; `NEWEST` is that in which they come."""
    if sort == EFFECT:
        return sorted(found, key=lambda one: -one.known.effect)
    if sort == TITLE:
        return sorted(found, key=lambda one: danish_sort_key(one.known.case.title))
    return found
