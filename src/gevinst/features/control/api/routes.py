"""Rules, changes of them and decision logs for other systems; reading only."""

from __future__ import annotations

from typing import Annotated, Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Path, Query, Router

from gevinst.features.control import queries
from gevinst.features.control.api.schemas import (
    BookOut,
    ChangeFilter,
    ChangeOut,
    LogEntryOut,
    LogFilter,
    RuleOut,
    told_book,
    told_rule,
)
from gevinst.features.control.models import RuleChange
from gevinst.shared.actor import Actor
from gevinst.shared.paging import Id, Page, page_of
from gevinst.shared.problems import REFUSALS, Problem

router = Router(tags=["rules"])
Slug = Annotated[str, Path(max_length=80, pattern=r"^[-a-zA-Z0-9_]+$")]


def _caller(request: HttpRequest) -> Actor:
    found: Actor = request.auth  # type: ignore[attr-defined]
    return found


@router.get("/rule-books/{code}/{block_key}", response={200: BookOut, REFUSALS: Problem})
def get_rule_book(request: HttpRequest, code: Slug, block_key: Slug) -> dict[str, Any]:
    """The rules that decide today at the authority of that code."""
    return told_book(_opened(request, code, block_key))


@router.get(
    "/rule-books/{code}/{block_key}/rules/{rule_id}", response={200: RuleOut, REFUSALS: Problem}
)
def get_rule(request: HttpRequest, code: Slug, block_key: Slug, rule_id: Slug) -> dict[str, Any]:
    """The version of one rule that is in force today."""
    opened = _opened(request, code, block_key)
    return told_rule(opened.explained(opened.rule(rule_id)))


@router.get("/rule-changes", response={200: Page[ChangeOut], REFUSALS: Problem})
def list_rule_changes(request: HttpRequest, wanted: Query[ChangeFilter]) -> dict[str, Any]:
    """Changes of the rules, oldest first."""
    rows = queries.all_changes(_caller(request))
    if wanted.authority:
        rows = rows.filter(authority__code=wanted.authority)
    if wanted.block:
        rows = rows.filter(block_key=wanted.block)
    if wanted.state:
        rows = rows.filter(state=wanted.state)
    return page_of(request, rows, wanted)


@router.get("/rule-changes/{change_id}", response={200: ChangeOut, REFUSALS: Problem})
def get_rule_change(request: HttpRequest, change_id: Id) -> RuleChange:
    """One change of the rules."""
    return queries.change(_caller(request), change_id)


@router.get(
    "/decision-logs/{code}/{robot_key}", response={200: Page[LogEntryOut], REFUSALS: Problem}
)
def list_log_entries(
    request: HttpRequest, code: Slug, robot_key: Slug, wanted: Query[LogFilter]
) -> dict[str, Any]:
    """The decision log of the authority's robot of that key, oldest first."""
    place = queries.place(_caller(request), code)
    asked = queries.LogWanted(reference=wanted.reference)
    rows = queries.log_rows(place.pk, robot_key, asked)
    if wanted.kind:
        rows = rows.filter(kind=wanted.kind)
    return page_of(request, rows, wanted)


def _opened(request: HttpRequest, code: str, block_key: str) -> queries.Opened:
    place = queries.place(_caller(request), code)
    return queries.opened(place, block_key, timezone.localdate())
