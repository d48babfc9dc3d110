"""The change feed: which processes changed after a cursor."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal

from django.http import HttpRequest
from ninja import Query, Router, Schema
from pydantic import Field, StringConstraints

from gevinst.features.catalogue.api.caller import caller
from gevinst.features.catalogue.queries.changes import CURSOR, changes
from gevinst.shared.problems import REFUSALS, Problem

router = Router()


class ChangeFilter(Schema):
    """Where to begin, and how many changes to look at."""

    after: Annotated[
        Annotated[str, StringConstraints(max_length=40, pattern=CURSOR)],
        Field(
            description="The last `next`; empty: from the beginning, `now`: what comes from now on."
        ),
    ] = ""
    limit: Annotated[int, Field(ge=1, le=1000)] = 200


class ChangeOut(Schema):
    """`gone` is deleted, or not for you any more; which of them is not told."""

    id: int
    state: Literal["changed", "gone"]
    at: datetime


class ChangesOut(Schema):
    """Changes in order, each process once; ask again after `next`, at once where there is `more`."""

    items: list[ChangeOut]
    next: str
    more: bool


@router.get("/processes/changes", response={200: ChangesOut, REFUSALS: Problem})
def list_changes(request: HttpRequest, wanted: Query[ChangeFilter]) -> dict[str, Any]:
    """What changed of the processes that you may read, or could read once: fields and what hangs on them.

    A page may be empty while there is more: others' processes are left out of it.
    """
    found = changes(caller(request), wanted.after, wanted.limit)
    return {"items": found.items, "next": str(found.next), "more": found.more}
