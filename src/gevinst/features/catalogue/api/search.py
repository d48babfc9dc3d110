"""The search of the catalogue for other systems: the same criteria, hits and counts as the page has."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal

from django.http import HttpRequest
from ninja import Query, Router, Schema
from pydantic import Field, StringConstraints

from gevinst.features.catalogue.api.caller import caller
from gevinst.features.catalogue.models import Domain, Phase, Standing
from gevinst.features.catalogue.queries.asked import LAST_PAGE, Asked
from gevinst.features.catalogue.queries.searching.answer import Source
from gevinst.features.catalogue.queries.searching.found import search
from gevinst.features.catalogue.queries.searching.showing import Shown, shown
from gevinst.shared.actor import Actor
from gevinst.shared.paging import Masked, Text
from gevinst.shared.problems import REFUSALS, Problem

router = Router(tags=["search"])

Sort = Literal["relevance", "effect", "newest", "adoption", "title"]
Code = Annotated[str, StringConstraints(max_length=20, pattern=r"^[0-9A-Za-z.]+$")]
Key = Annotated[str, StringConstraints(max_length=80, pattern=r"^[\w.-]+$")]
Id = Annotated[int, Field(ge=1, le=2**62)]
Band = Literal["1", "100", "500", "2000"]


class SearchAsked(Schema):
    """What is asked for: any of the values within a criterion, all criteria together."""

    q: Annotated[Text, Field(description="Words to search for.")] = ""
    phase: list[Phase] = []
    authority: Annotated[list[Code], Field(description="Codes of authorities.")] = []
    domain: list[Domain] = []
    kle: Annotated[list[Code], Field(description="Codes, with what is below them.")] = []
    form: Annotated[list[Code], Field(description="Codes, with what is below them.")] = []
    technology: Annotated[list[Id], Field(description="Ids of technologies.")] = []
    system: Annotated[list[Id], Field(description="Ids of IT systems.")] = []
    block: Annotated[list[Key], Field(description="Keys of building blocks.")] = []
    effect: list[Literal["measured", "expected", "none"]] = []
    hours: Annotated[
        list[Band],
        Field(description="Bands of hours a year, measured or else expected, by lower ends."),
    ] = []
    ready: Annotated[list[Standing.Grade], Field(description="Grades of readiness for reuse.")] = []
    changed: Annotated[
        Literal["7", "30", "365"] | None, Field(description="Changed in so many days.")
    ] = None
    whose: Annotated[
        list[Literal["mine", "followed", "home"]], Field(description="What is the caller's own.")
    ] = []
    sort: Sort | None = None
    page: Annotated[int, Field(ge=1, le=LAST_PAGE)] = 1
    limit: Annotated[int, Field(ge=1, le=100, description="Hits on a page.")] = 20


class PieceOut(Schema):
    """A piece of a text, and whether it is what was searched for."""

    text: Masked
    marked: bool


class HitOut(Schema):
    """A process found. `where` is the text that `passage` is of, when title and summary do not say it all."""

    id: int
    title: Masked
    summary: Masked
    authority: str
    phase: Phase
    readiness: Standing.Grade | None
    adopters: int
    hours_measured: float | None
    hours_expected: float | None
    changed_at: datetime
    where: str
    passage: list[PieceOut]


class SearchOut(Schema):
    """A page of hits. `total` is null where they are too many to count; `counts` by criterion and value.

    `source` is `database` while the search index is being made: the search is simpler then.
    """

    items: list[HitOut]
    total: int | None
    counts: dict[str, dict[str, int]]
    suggestion: Masked
    source: Source


@router.get("/search", response={200: SearchOut, REFUSALS: Problem})
def search_processes(request: HttpRequest, wanted: Query[SearchAsked]) -> dict[str, Any]:
    """What fits of the processes that you may read: hits, counts of every criterion, "did you mean"."""
    actor: Actor = caller(request)
    asked = _asked(wanted)
    answer = search(actor, asked, wanted.limit)
    return {
        "items": [_hit(one) for one in shown(actor, answer.hits, asked.text)],
        "total": answer.total,
        "counts": {
            name: {term.rpartition(f"{name}:")[2]: hits for term, hits in told.items()}
            for name, told in answer.counts.items()
        },
        "suggestion": answer.suggestion,
        "source": answer.source,
    }


def _asked(wanted: SearchAsked) -> Asked:
    given = wanted.model_dump(exclude={"q", "sort", "page", "limit", "changed"})
    lists: Any = {
        name: tuple(str(getattr(value, "value", value)) for value in values)
        for name, values in given.items()
    }
    return Asked(
        text=wanted.q.strip(),
        changed=int(wanted.changed) if wanted.changed else None,
        sort=wanted.sort or "",
        page=wanted.page,
        **lists,
    )


def _hit(one: Shown) -> dict[str, Any]:
    process = one.process
    standing: Any = getattr(process, "standing", None)
    return {
        "id": process.pk,
        "title": process.title,
        "summary": process.summary,
        "authority": process.authority.code,
        "phase": process.phase,
        "readiness": standing.readiness if standing else None,
        "adopters": standing.adopters if standing else 0,
        "hours_measured": standing.hours_measured if standing else None,
        "hours_expected": standing.hours_expected if standing else None,
        "changed_at": process.changed_at,
        "where": one.where,
        "passage": [{"text": text, "marked": marked} for text, marked in one.passage],
    }
