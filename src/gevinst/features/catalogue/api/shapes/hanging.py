"""What the API says of what hangs on a process."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from ninja import Schema

from gevinst.features.catalogue.models import Adoption, Standing


class AuthorityOut(Schema):
    """An authority."""

    code: str
    name: str
    cvr: str


class NamedOut(Schema):
    """A technology or an organisation unit."""

    id: int
    label: str


class SystemNamedOut(NamedOut):
    """An IT system."""

    vendor: str


class PersonOut(Schema):
    """Who somebody is to the process: `owner`, `contact`, `reporter` or `co_editor`."""

    role: str
    name: str


class LinkOut(Schema):
    """An address with a title."""

    title: str = ""
    url: str = ""


class LegalClauseOut(Schema):
    """A legal clause, to be verified again `verify_months` after `verified_on`."""

    text: str
    url: str
    verified_on: date | None
    verify_months: int


class BlockOut(Schema):
    """A building block in a version."""

    key: str
    version: str
    note: str


class RelativeOut(Schema):
    """Another process."""

    id: int
    title: str


class ReuseOut(RelativeOut):
    """The process at the other end of a reuse. Hours are those that the adopter reported."""

    authority: AuthorityOut
    extent: Adoption.Extent
    at: datetime
    hours_spent: Decimal | None
    hours_alone: Decimal | None
    note: str


class AttachmentOut(Schema):
    """A file; `internal` ones are told to the own authority only."""

    id: int
    filename: str
    media_type: str
    size: int
    sha256: str
    internal: bool
    description: str
    at: datetime


class OriginOut(Schema):
    """The id of the process in another system, told to the own authority only."""

    source: str
    source_id: str


class StandingOut(Schema):
    """What is known from elsewhere; hours and DKK measured are those of the last twelve months."""

    adopters: int
    followers: int
    comments: int
    hours_expected: Decimal | None
    hours_measured: Decimal | None
    amount_measured: Decimal | None
    suitability: int | None
    readiness: Standing.Grade
    refreshed_at: datetime | None
