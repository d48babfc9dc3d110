"""Published cases for other systems: the list; each case is open data at its own address."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Literal

from django.http import HttpRequest
from django.urls import reverse
from ninja import Query, Router, Schema
from pydantic import Field

from gevinst.features.benefits.queries import published as queries
from gevinst.features.benefits.queries.published import Published, PublishedWanted
from gevinst.shared.paging import Text
from gevinst.shared.problems import REFUSALS, Problem

router = Router(tags=["published cases"])


class PublishedFilter(Schema):
    """Which cases are asked for; what is left out asks for any."""

    q: Text = Field("", description="Words that stand in it.")
    technology: Text = ""
    field_of_work: Text = ""
    kind: Literal["physical", "digital", ""] = ""
    status: Literal["measured", "partly", "expected", ""] = ""
    authority: Text = Field("", description="The authority's name.")
    sort: Literal["newest", "effect", "title"] = "newest"


class PublishedOut(Schema):
    """A published case in the list. `annual_gain` is DKK in a mean year of operation."""

    slug: str
    title: str
    summary: str
    authorities: list[str]
    technology: str
    field_of_work: str
    kind: str
    status: str
    origin: str
    published_at: datetime | None
    annual_gain: Decimal
    figures: int
    page: str = Field(description="Where it is read.")
    data: str = Field(description="Everything of it as JSON.")
    case_file: str = Field(description="Its case file (YAML).")


@router.get("/published-cases", response={200: list[PublishedOut], REFUSALS: Problem})
def list_published_cases(
    request: HttpRequest, wanted: Query[PublishedFilter]
) -> list[PublishedOut]:
    """The published cases; the files that they name need no token."""
    asked = PublishedWanted(
        text=wanted.q,
        technology=wanted.technology,
        field=wanted.field_of_work,
        kind=wanted.kind,
        status=wanted.status,
        authority=wanted.authority,
        sort=wanted.sort,
    )
    return [_row(one) for one in queries.published(asked)]


def _row(one: Published) -> PublishedOut:
    case = one.known.case
    return PublishedOut(
        slug=one.slug,
        title=case.title,
        summary=case.summary,
        authorities=list(one.known.told.facts.authorities),
        technology=case.technology,
        field_of_work=case.field_of_work,
        kind=case.kind,
        status=one.known.status,
        origin=one.origin,
        published_at=one.at,
        annual_gain=round(one.known.effect, 2),
        figures=len(case.published),
        page=reverse("published-case", args=[one.slug]),
        data=reverse("published-file", args=[one.slug, "case.json"]),
        case_file=reverse("published-file", args=[one.slug, "case.yaml"]),
    )
