"""Routes for development boards: processes under the ids that they have there."""

from __future__ import annotations

from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from ninja import Path, Query, Router, Status

from gevinst.features.catalogue.actions import exchange
from gevinst.features.catalogue.api.caller import authority_of, caller
from gevinst.features.catalogue.api.processes import CHANGING
from gevinst.features.catalogue.api.shapes.kinds import AuthorityCode, Source, SourceId
from gevinst.features.catalogue.api.shapes.sent import ProcessPush
from gevinst.features.catalogue.api.shapes.stated import stated
from gevinst.features.catalogue.api.shapes.told import ProcessOut
from gevinst.features.catalogue.api.tags import revisions, tagged
from gevinst.features.catalogue.queries.records import record
from gevinst.shared.problems import REFUSALS, Problem

router = Router()
FromSource = Annotated[Source, Path(description="What the authority calls the board.")]
IdThere = Annotated[SourceId, Path(description="The id there; it may hold slashes.")]
PATH = "/processes/by-source/{source}/{path:source_id}"


@router.get(PATH, response={200: ProcessOut, REFUSALS: Problem})
def get_by_source(
    request: HttpRequest,
    response: HttpResponse,
    source: FromSource,
    source_id: IdThere,
    authority: Annotated[AuthorityCode | None, Query(description="The authority's code.")] = None,
) -> dict[str, Any]:
    """The process that was pushed under this id."""
    actor = caller(request)
    home = authority_of(actor, authority or "")
    found = exchange.pushed(by=actor, authority_id=home, source=source, source_id=source_id)
    return tagged(response, record(actor, found))


@router.put(PATH, response={200: ProcessOut, 201: ProcessOut, CHANGING: Problem})
def push_process(
    request: HttpRequest,
    response: HttpResponse,
    source: FromSource,
    source_id: IdThere,
    payload: ProcessPush,
) -> Status[dict[str, Any]]:
    """Makes the process the first time, changes what is sent after that; the same again changes nothing.

    Ids are the authority's own: two authorities may have boards of one name.
    """
    actor, facts = caller(request), stated(payload)
    home = authority_of(actor, payload.authority or "")
    facts.pop("authority", None)
    process, fresh = exchange.push(
        by=actor,
        authority_id=home,
        source=source,
        source_id=source_id,
        revisions=revisions(request),
        **facts,
    )
    return Status(201 if fresh else 200, tagged(response, record(actor, process.pk)))
