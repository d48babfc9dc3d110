"""The neutral record of a process: every field that the catalogue has, as a source tells it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from gevinst.engines.exchange.processes.remarks import Remark


class FileFault(ValueError):
    """A file that cannot be read at all; `code` is stable, the message says where it broke off."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


@dataclass(frozen=True, slots=True)
class AuthorityName:
    """How a source names an authority; what it does not say is empty."""

    cvr: str = ""
    name: str = ""
    code: str = ""

    def __bool__(self) -> bool:
        return bool(self.cvr or self.name or self.code)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody named by a source; kept only until it is known whether there is an account."""

    name: str = ""
    email: str = ""

    def __bool__(self) -> bool:
        return bool(self.name or self.email)


@dataclass(frozen=True, slots=True)
class Clause:
    """A legal clause, and when somebody last saw that it still holds."""

    text: str
    url: str = ""
    verified_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A process at its source. `carries` names the fields that the source speaks of, even if empty.

    Choices are the catalogue's own words ("operation", "very_high"); `minutes` are those of each time,
    `automatable` a share 0-1; systems, technologies and units are names; `parts` are ids at the source.
    """

    source: str
    source_id: str
    place: str
    authority: AuthorityName = AuthorityName()
    carries: frozenset[str] = frozenset()
    remarks: tuple[Remark, ...] = ()
    kind: str = "process"
    kl_id: str = ""
    case_reference: str = ""
    title: str = ""
    summary: str = ""
    description: str = ""
    challenge: str = ""
    solution: str = ""
    automation: str = ""
    technical_notes: str = ""
    organisational_notes: str = ""
    internal_notes: str = ""
    search_words: str = ""
    links: tuple[str, ...] = ()
    internal_links: tuple[str, ...] = ()
    phase: str = ""
    status: str = ""
    status_note: str = ""
    visibility: str = ""
    domains: tuple[str, ...] = ()
    kle: tuple[str, ...] = ()
    form: tuple[str, ...] = ()
    kla: tuple[str, ...] = ()
    systems_today: tuple[str, ...] = ()
    systems_used: tuple[str, ...] = ()
    other_systems: str = ""
    technologies: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    vendor: str = ""
    legal_clause: str = ""
    legal_clause_verified_on: date | None = None
    owner: Person = Person()
    contact: Person = Person()
    reporter: Person = Person()
    co_editors: tuple[Person, ...] = ()
    contact_email: str = ""
    other_contact: str = ""
    occurrences: int | None = None
    minutes: Decimal | None = None
    employees: int | None = None
    automatable: Decimal | None = None
    development_hours: Decimal | None = None
    effort_comment: str = ""
    affects_citizens: bool | None = None
    affects_companies: bool | None = None
    level_professional: str = ""
    level_change: str = ""
    level_structured: str = ""
    level_uniform: str = ""
    level_digital: str = ""
    level_quality: str = ""
    level_speed: str = ""
    level_routine: str = ""
    level_return: str = ""
    rating: int | None = None
    rating_comment: str = ""
    run_period: str = ""
    repository_url: str = ""
    licence: str = ""
    infrastructure: str = ""
    policies: str = ""
    documentation: str = ""
    documentation_url: str = ""
    translations: str = ""
    data_protection: str = ""
    in_operation_since: date | None = None
    decommissioned_on: date | None = None
    created_on: date | None = None
    changed_on: date | None = None
    parts: tuple[str, ...] = ()
    part_of: tuple[str, ...] = ()

    @property
    def refused(self) -> bool:
        """Whether the record cannot be taken in at all."""
        return any(remark.refused for remark in self.remarks)

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """The legal clause as a list: empty where none is stated."""
        if not self.legal_clause:
            return ()
        return (Clause(self.legal_clause, verified_on=self.legal_clause_verified_on),)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file held: its records in their order, and remarks on the file as a whole."""

    records: tuple[Record, ...]
    remarks: tuple[Remark, ...] = ()
