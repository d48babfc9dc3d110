"""Lists of the API: in the order they came to be, some at a time, with a link to the next ones."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Annotated, Any, Generic, TypeVar

from django.db.models import Model, QuerySet
from django.http import HttpRequest, QueryDict
from django.utils import timezone
from ninja import Path, Schema
from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints

from gevinst.engines.identifiers import mask_all

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
EARLIEST, LATEST = datetime(1900, 1, 1, tzinfo=UTC), datetime(2999, 1, 1, tzinfo=UTC)
LARGEST = 2**63 - 1  # of PostgreSQL's bigint
Out = TypeVar("Out")
Row = TypeVar("Row", bound=Model)

# PostgreSQL keeps no NUL in a text.
Text = Annotated[str, StringConstraints(max_length=500, pattern=r"^[^\x00]*$")]
Id = Annotated[int, Path(ge=1, le=LARGEST)]


def _moment(stated: datetime) -> datetime:
    """Danish time unless it says otherwise; a year that nobody means becomes the nearest that is kept."""
    if not EARLIEST.year < stated.year < LATEST.year:
        return EARLIEST if stated.year <= EARLIEST.year else LATEST
    return timezone.make_aware(stated) if timezone.is_naive(stated) else stated


def _written(stated: object) -> object:
    """Not a number: pydantic would take it for seconds."""
    if not isinstance(stated, str) or not _DAY.match(stated):
        raise ValueError("not a date")
    return stated


Moment = Annotated[datetime, BeforeValidator(_written), AfterValidator(_moment)]
# Person numbers are hidden in everything that leaves by the API.
Masked = Annotated[str, AfterValidator(mask_all)]


class Page(Schema, Generic[Out]):
    """Some of a list; `next` is the address of the following ones, null at the end."""

    items: list[Out]
    next: str | None


class Paging(Schema):
    """Where to begin, and how many."""

    cursor: Annotated[int, Field(ge=0, le=LARGEST, description="From a `next` link.")] = 0
    limit: Annotated[int, Field(ge=1, le=200, description="How many at most.")] = 50


def page_of(request: HttpRequest, rows: QuerySet[Row], paging: Paging) -> dict[str, Any]:
    """The rows after the cursor, oldest first."""
    found = list(rows.filter(pk__gt=paging.cursor).order_by("pk")[: paging.limit + 1])
    shown = found[: paging.limit]
    following = _address(request, shown[-1].pk) if len(found) > paging.limit else None
    return {"items": shown, "next": following}


def _address(request: HttpRequest, cursor: int) -> str:
    query: QueryDict = request.GET.copy()
    query["cursor"] = str(cursor)
    return f"{request.path}?{query.urlencode()}"
