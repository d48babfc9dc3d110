"""Routes of what processes refer to: authorities, IT systems, technologies and codes."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.http import HttpRequest
from ninja import Query, Router, Schema

from gevinst.features.accounts import queries as accounts
from gevinst.features.catalogue.api.shapes.asked import PickOf
from gevinst.features.catalogue.models import Code, ItSystem, Technology
from gevinst.shared.paging import Page, page_of
from gevinst.shared.problems import REFUSALS, Problem

router = Router()


class AuthorityListed(Schema):
    """An authority; `valid_to` is its last day."""

    id: int
    code: str
    name: str
    kind: str
    cvr: str
    valid_from: date
    valid_to: date | None


class SystemOut(Schema):
    """An IT system, the same for all authorities."""

    id: int
    label: str
    vendor: str
    description: str
    kitos: UUID | None
    kle: list[str]
    in_use: bool


class TechnologyOut(Schema):
    """What an automation is built with."""

    id: int
    label: str


class CodeOut(Schema):
    """A code in the time that it holds; `replaced_by` took its place."""

    id: int
    scheme: Code.Scheme
    code: str
    title: str
    parent: str
    description: str
    valid_from: date | None
    valid_to: date | None
    replaced_by: list[str]
    version: str


class CodeFilter(PickOf):
    """Which codes."""

    scheme: Code.Scheme | None = None


@router.get("/authorities", response={200: Page[AuthorityListed], REFUSALS: Problem})
def list_authorities(request: HttpRequest, wanted: Query[PickOf]) -> dict[str, Any]:
    """Every authority."""
    return page_of(request, accounts.authorities().filter(name__icontains=wanted.q), wanted)


@router.get("/systems", response={200: Page[SystemOut], REFUSALS: Problem})
def list_systems(request: HttpRequest, wanted: Query[PickOf]) -> dict[str, Any]:
    """The IT systems that processes name."""
    found = Q(label__icontains=wanted.q) | Q(vendor__icontains=wanted.q)
    return page_of(request, ItSystem.objects.filter(found), wanted)


@router.get("/technologies", response={200: Page[TechnologyOut], REFUSALS: Problem})
def list_technologies(request: HttpRequest, wanted: Query[PickOf]) -> dict[str, Any]:
    """The technologies that processes name."""
    return page_of(request, Technology.objects.filter(label__icontains=wanted.q), wanted)


@router.get("/codes", response={200: Page[CodeOut], REFUSALS: Problem})
def list_codes(request: HttpRequest, wanted: Query[CodeFilter]) -> dict[str, Any]:
    """The codes of KLE, FORM and KLA that were imported."""
    rows = Code.objects.filter(Q(title__icontains=wanted.q) | Q(code__startswith=wanted.q))
    if wanted.scheme:
        rows = rows.filter(scheme=wanted.scheme)
    return page_of(request, rows, wanted)
