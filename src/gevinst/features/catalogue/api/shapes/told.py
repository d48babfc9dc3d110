"""What the API says of a process."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from ninja import Schema

from gevinst.features.catalogue.api.shapes.hanging import (
    AttachmentOut,
    AuthorityOut,
    BlockOut,
    LegalClauseOut,
    LinkOut,
    NamedOut,
    OriginOut,
    PersonOut,
    RelativeOut,
    ReuseOut,
    StandingOut,
    SystemNamedOut,
)
from gevinst.features.catalogue.models import Kind, Phase, Status, Visibility


class ProcessOut(Schema):
    """A process of one authority. What is internal is null for other authorities.

    Minutes are those of one occurrence, `automatable` is a share from 0 to 1. Levels and the run period are
    empty where nothing is stated.
    """

    id: int
    authority: AuthorityOut
    kind: Kind
    title: str
    summary: str
    description: str
    challenge: str
    solution: str
    search_words: str
    links: list[LinkOut]
    phase: Phase
    status: Status
    status_note: str | None
    visibility: Visibility
    domains: list[str]
    kle: list[str]
    form: list[str]
    kla: list[str]
    units: list[NamedOut]
    systems_today: list[SystemNamedOut]
    systems_used: list[SystemNamedOut]
    technologies: list[NamedOut]
    vendor: str
    block_key: str
    people: list[PersonOut]
    contact_email: str
    other_contact_email: str | None
    occurrences: int | None
    minutes: Decimal | None
    employees: int | None
    automatable: Decimal | None
    development_hours: Decimal | None
    effort_comment: str
    affects_citizens: bool | None
    affects_companies: bool | None
    level_professional: str
    level_change: str
    level_structured: str
    level_uniform: str
    level_digital: str
    level_quality: str
    level_speed: str
    level_routine: str
    level_return: str
    rating: int | None
    rating_comment: str
    run_period: str
    in_operation_since: date | None
    decommissioned_on: date | None
    automation: str
    technical_notes: str
    organisational_notes: str
    repository_url: str
    licence: str
    infrastructure: str
    policies: str
    documentation: str
    documentation_url: str
    translations: str
    data_protection: str
    internal_notes: str | None
    case_reference: str | None
    kl_id: str
    legal_clauses: list[LegalClauseOut]
    blocks: list[BlockOut]
    parts: list[RelativeOut]
    part_of: list[RelativeOut]
    reuses: list[ReuseOut]
    reused_by: list[ReuseOut]
    attachments: list[AttachmentOut]
    origins: list[OriginOut]
    standing: StandingOut
    created_at: datetime
    changed_at: datetime
