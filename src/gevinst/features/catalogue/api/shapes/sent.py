"""What the API takes of processes."""

from __future__ import annotations

from typing import Annotated

from ninja import Schema
from pydantic import ConfigDict, Field

from gevinst.features.catalogue.api.shapes.kinds import (
    Amount,
    AuthorityCode,
    Block,
    Clause,
    Code,
    Count,
    Day,
    Email,
    Key,
    Kla,
    Label,
    Licence,
    Line,
    Long,
    Rating,
    Reference,
    Share,
    Summary,
    Title,
    Url,
    Words,
)
from gevinst.features.catalogue.models import (
    Domain,
    Kind,
    Level,
    Phase,
    RunPeriod,
    Status,
    Visibility,
)

MANY = Field(max_length=100)
Labels = Annotated[list[Key | Label], MANY]


class LinkIn(Schema):
    """An address with a title."""

    model_config = ConfigDict(extra="forbid")

    title: Words = ""
    url: Url


class LegalClauseIn(Schema):
    """A legal clause; one with the same text keeps what is left out."""

    model_config = ConfigDict(extra="forbid")

    text: Clause
    url: Url = ""
    verified_on: Day | None = None


class ProcessChange(Schema):
    """What to change; what is left out stays as it is, null empties a number, a date or a yes-or-no.

    Systems and technologies are ids or names, units of the authority too. People are e-mail addresses of
    people at the authority. Lists are replaced whole.
    """

    model_config = ConfigDict(extra="forbid")

    kind: Kind | None = None
    title: Title | None = None
    summary: Summary | None = None
    description: Long | None = None
    challenge: Long | None = None
    solution: Long | None = None
    search_words: Line | None = None
    links: Annotated[list[LinkIn], MANY] | None = None
    phase: Phase | None = None
    status: Status | None = None
    status_note: Long | None = None
    visibility: Visibility | None = None
    domains: Annotated[list[Domain], MANY] | None = None
    kle: Annotated[list[Code], MANY] | None = None
    form: Annotated[list[Code], MANY] | None = None
    kla: Annotated[list[Kla], MANY] | None = None
    units: Labels | None = None
    systems_today: Labels | None = None
    systems_used: Labels | None = None
    technologies: Labels | None = None
    vendor: Words | None = None
    block_key: Block | None = None
    owner: Email | None = None
    contact: Email | None = None
    reporter: Email | None = None
    co_editors: Annotated[list[Email], MANY] | None = None
    contact_email: Email | None = None
    other_contact_email: Email | None = None
    occurrences: Count | None = None
    minutes: Amount | None = None
    employees: Count | None = None
    automatable: Share | None = None
    development_hours: Amount | None = None
    effort_comment: Long | None = None
    affects_citizens: bool | None = None
    affects_companies: bool | None = None
    level_professional: Level | None = None
    level_change: Level | None = None
    level_structured: Level | None = None
    level_uniform: Level | None = None
    level_digital: Level | None = None
    level_quality: Level | None = None
    level_speed: Level | None = None
    level_routine: Level | None = None
    level_return: Level | None = None
    rating: Rating | None = None
    rating_comment: Long | None = None
    run_period: RunPeriod | None = None
    in_operation_since: Day | None = None
    decommissioned_on: Day | None = None
    automation: Long | None = None
    technical_notes: Long | None = None
    organisational_notes: Long | None = None
    repository_url: Url | None = None
    licence: Licence | None = None
    infrastructure: Long | None = None
    policies: Long | None = None
    documentation: Long | None = None
    documentation_url: Url | None = None
    translations: Long | None = None
    data_protection: Long | None = None
    internal_notes: Long | None = None
    case_reference: Reference | None = None
    kl_id: Reference | None = None
    legal_clauses: Annotated[list[LegalClauseIn], MANY] | None = None


class ProcessIn(ProcessChange):
    """A new process. `authority` is the authority's code."""

    authority: AuthorityCode
    title: Title
    summary: Summary


class ProcessPush(ProcessChange):
    """A process as its source has it. `authority` may be left out where you have a role at one only."""

    authority: AuthorityCode | None = None
    title: Title
    summary: Summary
