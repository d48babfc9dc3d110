"""What the page of a process says of it: lists with names for ids, what is there and what is not."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gevinst.engines.reuse.effort import hours_a_year, months_to_earn
from gevinst.engines.reuse.readiness import WEIGHTS, readiness
from gevinst.features.accounts import queries as accounts
from gevinst.features.catalogue.fields import CHANGEABLE
from gevinst.features.catalogue.models import Domain, LegalClause, Process
from gevinst.features.catalogue.queries.duties import due
from gevinst.features.catalogue.web.editing.choices import named
from gevinst.features.catalogue.web.editing.groups import missing

NEEDS = {
    "code": _("Code that anybody can fetch"),
    "licence": _("An open licence"),
    "documentation": _("Documentation"),
    "infrastructure": _("What infrastructure it needs"),
    "data_protection": _("Notes on data protection"),
    "policies": _("Policies and agreements"),
    "translations": _("Languages and translations"),
}
# Where the form asks for each.
ASKED_AT = {"code": "repository_url"}


def overview(process: Process) -> dict[str, Any]:
    """What it is: fields, systems, technologies, units, clauses with those that are due."""
    known, today = named(process), timezone.localdate()
    clauses = list(process.legal_clauses.all())
    units = accounts.names("unit", process.units) if process.units else {}
    return {
        "domains": [Domain(one).label for one in process.domains],
        "systems_today": _of(known["systemer"], process.systems_today),
        "systems_used": _of(known["systemer"], process.systems_used),
        "technologies": _of(known["teknologier"], process.technologies),
        "units": [units[one] for one in process.units if one in units],
        "clauses": [(clause, due(clause, today)) for clause in clauses],
        "links": [one for one in process.links if _safe(one)],
    }


def effort(process: Process) -> dict[str, Any]:
    """Hours/year expected, and the months until they have paid the making."""
    hours = hours_a_year(process.minutes, process.occurrences, process.automatable)
    share = None if process.automatable is None else process.automatable * 100
    return {
        "hours": hours,
        "share": share,
        "months": months_to_earn(process.development_hours, hours),
        "told": any(
            value is not None
            for value in (process.minutes, process.occurrences, process.employees, share)
        ),
    }


def readiness_facts(process: Process, block_keys: list[str]) -> dict[str, Any]:
    """The grade of readiness for reuse: what is there, what is missing and where the form asks for it."""
    facts = {name: getattr(process, name) for name in {*WEIGHTS, "documentation_url"} - {"code"}}
    facts["repository_url"] = process.repository_url
    facts["block_key"] = process.block_key or next(iter(block_keys), "")
    found = readiness(facts)
    return {
        "grade": found.grade,
        "points": found.points,
        "there": [NEEDS[name] for name in found.there],
        "missing": [(NEEDS[name], ASKED_AT.get(name, name)) for name in found.missing],
        "licence_closed": found.licence_closed,
    }


def asked_now(process: Process, clauses: list[Any]) -> list[tuple[str, str]]:
    """What the phase asks for and is not there: the field's name and what it is called."""
    extra = ["legal_clauses"] if clauses else []
    wanted = missing({name: getattr(process, name) for name in CHANGEABLE}, process.phase, extra)
    return [(name, _label(name)) for name in wanted]


def _label(name: str) -> str:
    if name == "legal_clauses":
        return str(LegalClause._meta.verbose_name)
    return str(Process._meta.get_field(name).verbose_name)  # type: ignore[union-attr]


def _of(names: dict[int, str], ids: list[int]) -> list[tuple[int, str]]:
    return [(one, names[one]) for one in ids if one in names]


def _safe(link: Any) -> bool:
    """Links may come from imports: only addresses of the web are drawn."""
    return isinstance(link, dict) and str(link.get("url", "")).startswith(("https://", "http://"))
