"""The form's groups: their titles, and which of them each phase asks for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from gevinst.features.catalogue.fields import GROUPS, LEVELS
from gevinst.features.catalogue.models import Phase

TITLES = {
    "what": _("What it is"),
    "where": _("Where it stands"),
    "systems": _("Systems and technology"),
    "people": _("People"),
    "law": _("Law"),
    "effort": _("Time"),
    "suitability": _("Suitability for automation"),
    "result": _("Result"),
    "implementation": _("How it was made"),
    "openness": _("What others need to reuse it"),
    "internal": _("For your own authority"),
}
# Fields of the groups, with what is kept in tables of its own where it belongs.
FIELDS: dict[str, tuple[str, ...]] = {
    **GROUPS,
    "people": (*GROUPS["people"], "co_editors"),
    "law": ("legal_clauses",),
}
FIELDS = {name: FIELDS[name] for name in TITLES}
# What each phase asks for, beside what the phases before it did.
NEW = {
    Phase.IDEA: ("title", "summary", "challenge", "domains"),
    Phase.PREANALYSIS: ("minutes", "occurrences", "automatable", *LEVELS),
    Phase.SPECIFICATION: ("description", "solution", "systems_today", "legal_clauses", "contact_email"),
    Phase.DEVELOPMENT: ("systems_used", "technologies", "automation", "development_hours"),
    Phase.IMPLEMENTATION: ("data_protection", "organisational_notes", "documentation"),
    Phase.OPERATION: (
        "in_operation_since", "run_period", "rating", "repository_url", "licence",
    ),
    Phase.DECOMMISSIONED: ("decommissioned_on", "rating_comment"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Section:
    """A group on the page; `missing` are the fields that the phase asks for and that are empty."""

    name: str
    title: Any
    fields: list[BoundField]
    missing: list[BoundField]
    asked: bool
    open: bool


def asked(phase: str) -> tuple[str, ...]:
    """The fields that a process in the phase should have: what each phase up to it asks for."""
    phases = list(Phase)
    until = phases.index(Phase(phase)) if phase in Phase.values else 0
    return tuple(name for one in phases[: until + 1] for name in NEW[one])


def sections(form: Any, phase: str) -> list[Section]:
    """The groups of a form: those that the phase asks for, and those with a fault, stand open."""
    wanted = asked(phase)
    made = []
    for name, names in FIELDS.items():
        fields = [form[one] for one in names if one in form.fields]
        missing = [field for field in fields if field.name in wanted and _empty(field)]
        faults = any(field.name in form.found for field in fields)
        basic = name in {"what", "where"}
        is_asked = any(field.name in wanted for field in fields)
        is_open = basic or faults or bool(missing)
        made.append(Section(name, TITLES[name], fields, missing, is_asked, is_open))
    return made


def missing(values: Any, phase: str, extra: Iterable[str] = ()) -> list[str]:
    """The names of what the phase asks for and `values` (field to value) do not have; `extra` are there."""
    there = set(extra)
    return [one for one in asked(phase) if one not in there and values.get(one) in (None, "", [])]


def _empty(field: BoundField) -> bool:
    return field.value() in (None, "", [])
