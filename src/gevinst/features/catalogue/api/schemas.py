"""What the API says of processes, and what it takes."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

from ninja import Schema
from pydantic import ConfigDict, Field, StringConstraints

from gevinst.features.catalogue.models import Domain, Phase, Visibility
from gevinst.shared.paging import Masked, Moment, Paging, Text

Code = Annotated[str, StringConstraints(max_length=12, pattern=r"^[0-9.]*$")]
Title = Annotated[
    str, StringConstraints(min_length=1, max_length=65, pattern=r"^[^\x00]*\S[^\x00]*$")
]
Summary = Annotated[
    str, StringConstraints(min_length=1, max_length=140, pattern=r"^[^\x00]*\S[^\x00]*$")
]
Long = Annotated[str, StringConstraints(max_length=20_000, pattern=r"^[^\x00]*$")]


class ProcessFilter(Paging):
    """Which processes are asked for; what is left out asks for any."""

    q: Annotated[Text, Field(description="Words to search for.")] = ""
    authority: Annotated[Text, Field(description="The authority's code.")] = ""
    phase: Phase | None = None
    domain: Domain | None = None
    block: Annotated[Text, Field(description="Key of the building block.")] = ""
    since: Annotated[Moment | None, Field(description="Changed from this moment on.")] = None


class AuthorityOut(Schema):
    """An authority."""

    code: str
    name: str


class ProcessOut(Schema):
    """A process of one authority."""

    id: int
    authority: AuthorityOut
    title: Masked
    summary: Masked
    description: Masked
    challenge: Masked
    solution: Masked
    phase: Phase
    visibility: Visibility
    domains: list[str]
    kle: list[str]
    form: list[str]
    block_key: str
    created_at: datetime
    changed_at: datetime
    in_operation_since: date | None


class ProcessChange(Schema):
    """What to change; what is left out stays as it is."""

    model_config = ConfigDict(extra="forbid")

    title: Title | None = None
    summary: Summary | None = None
    description: Long | None = None
    challenge: Long | None = None
    solution: Long | None = None
    phase: Phase | None = None
    visibility: Visibility | None = None
    domains: list[Domain] | None = None
    kle: list[Code] | None = None
    form: list[Code] | None = None


class ProcessIn(ProcessChange):
    """A new process. `authority` is the authority's code."""

    authority: Annotated[str, StringConstraints(max_length=8, pattern=r"^[0-9A-Za-z]+$")]
    title: Title
    summary: Summary
