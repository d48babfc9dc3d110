"""Published cases: those that ship with the engine and those that authorities have published."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from functools import lru_cache

from django.utils.translation import gettext_lazy as _

from gevinst.engines.businesscase.calculus.evaluate import evaluate
from gevinst.engines.businesscase.calculus.result import Result
from gevinst.engines.businesscase.casefile.read import check
from gevinst.engines.businesscase.cases import shipped
from gevinst.engines.businesscase.checks import findings
from gevinst.engines.businesscase.figures.tolerance import scalar
from gevinst.engines.businesscase.model.case import Case
from gevinst.engines.businesscase.notes import Note
from gevinst.engines.businesscase.proof import CaseProof, prove
from gevinst.engines.businesscase.readiness.template import PublishedCase
from gevinst.features.benefits.models import Publication
from gevinst.features.benefits.publishing.story import is_measured, told
from gevinst.shared.danish import danish_sort_key
from gevinst.shared.errors import DomainError

KEPT = 128
SHIPPED, AUTHORITY = "shipped", "authority"
MEASURED, PARTLY, EXPECTED = "measured", "partly", "expected"
NEWEST, EFFECT, TITLE = "newest", "effect", "title"
ZERO = Decimal(0)
_NUMBERED = re.compile(r"^c\d+[a-z]?[_-]")


@dataclass(frozen=True, slots=True)
class Known:
    """A case file read and worked out as it stands, with its eight sections."""

    case: Case
    result: Result
    told: PublishedCase

    @property
    def status(self) -> str:
        """Whether what it gains is measured, partly so, or expected."""
        benefits = [line.status for line in self.case.lines if line.is_benefit]
        known = benefits or [each.status for each in self.case.published]
        measured = [is_measured(each) for each in known]
        return MEASURED if measured and all(measured) else PARTLY if any(measured) else EXPECTED

    @property
    def effect(self) -> Decimal:
        """The mean gain of a year in operation, DKK."""
        start = self.case.operation_from - self.case.first
        running = self.result.gain[start:]
        return sum(running, ZERO) / len(running)


@dataclass(frozen=True, slots=True)
class Published:
    """A published case under its address. `publication` is None for one that ships with the engine."""

    slug: str
    text: str
    known: Known
    publication: Publication | None = None

    @property
    def origin(self) -> str:
        """Where it comes from: `SHIPPED` or `AUTHORITY`."""
        return SHIPPED if self.publication is None else AUTHORITY

    @property
    def withdrawn(self) -> bool:
        """Whether its authority has taken it back."""
        return self.publication is not None and self.publication.withdrawn

    @property
    def at(self) -> datetime | None:
        """When it was published here; None for one that ships with the engine."""
        return None if self.publication is None else self.publication.at


@dataclass(frozen=True, slots=True)
class PublishedWanted:
    """Which published cases are asked for; what is left empty asks for any."""

    text: str = ""
    technology: str = ""
    field: str = ""
    kind: str = ""
    status: str = ""
    authority: str = ""
    sort: str = NEWEST


FACETS: Mapping[str, Callable[[Published], tuple[str, ...]]] = {
    "technology": lambda one: (one.known.case.technology,),
    "field": lambda one: (one.known.case.field_of_work,),
    "kind": lambda one: (one.known.case.kind,),
    "status": lambda one: (one.known.status,),
    "authority": lambda one: one.known.told.facts.authorities,
}


def published(wanted: PublishedWanted | None = None) -> list[Published]:
    """The published cases that are asked for, in the order asked for; withdrawn ones are left out."""
    wanted = wanted or PublishedWanted()
    found = [one for one in everything() if not one.withdrawn and _asked_for(one, wanted)]
    return _ordered(found, wanted.sort)


def everything() -> list[Published]:
    """Every published case: an authority's newest first, then the shipped ones in their order."""
    return [*_of_authorities(), *_of_engine()]


def published_case(slug: str) -> Published:
    """The case under an address, withdrawn or not. Raises `DomainError("not-found")`."""
    found = next((one for one in everything() if one.slug == slug), None)
    if found is None:
        raise DomainError("not-found", _("There is no published case with this address."))
    return found


def publication_of(case_id: int) -> Publication | None:
    """What holds of a stored case: its newest publication or withdrawal; None where it never was out."""
    return Publication.objects.filter(case_id=case_id).order_by("-pk").first()


def taken_slugs() -> Mapping[str, int | None]:
    """Every address that has been used, with the stored case that it belongs to; None for a shipped one."""
    stored = Publication.objects.values_list("slug", "case_id").distinct()
    return {**dict(stored), **{slug_of(name): None for name in shipped()}}


def slug_of(name: str) -> str:
    """The address of a shipped case by its id.

    >>> slug_of("c07b_hedensted_koersel")
    'hedensted-koersel'
    """
    return _NUMBERED.sub("", name).replace("_", "-")


@lru_cache(maxsize=KEPT)
def known(text: str) -> Known | None:
    """A case file worked out; None where it has faults."""
    case, _faults = check(text)
    if case is None:
        return None
    result = evaluate(case)
    return Known(case, result, told(case, result))


@lru_cache(maxsize=KEPT)
def proof(text: str) -> CaseProof:
    """The verdict on each published figure of a case file without faults."""
    return prove(_sound(text).case)


@lru_cache(maxsize=KEPT)
def notes(text: str) -> tuple[Note, ...]:
    """What the checks say of a case file without faults, the gravest first."""
    computed = {each.figure.id: scalar(each.computed) for each in proof(text).figures}
    return tuple(findings(_sound(text).result, computed))


@lru_cache(maxsize=KEPT)
def readings(text: str) -> Mapping[str, Result]:
    """The case as it stands ("") and under each of its readings, worked out."""
    case = _sound(text).case
    return {name: evaluate(case, name) for name in ("", *case.readings)}


def _sound(text: str) -> Known:
    found = known(text)
    if found is None:
        raise ValueError("the case file has faults: read it with `check` first")
    return found


def _of_engine() -> Iterable[Published]:
    for name, text in shipped().items():
        yield Published(slug_of(name), text, _sound(text))


def _of_authorities() -> Iterable[Published]:
    """The newest row of each slug decides; a text that the engine no longer reads is left out."""
    rows = Publication.objects.order_by("slug", "-pk").distinct("slug")
    held = sorted(rows.select_related("case__authority", "version"), key=lambda row: -row.pk)
    for row in held:
        found = known(row.version.text)
        if found is not None:
            yield Published(row.slug, row.version.text, found, row)


def _asked_for(one: Published, wanted: PublishedWanted) -> bool:
    for facet, values in FACETS.items():
        value = getattr(wanted, facet)
        if value and value not in values(one):
            return False
    held = searchable(one)
    return all(word in held for word in wanted.text.casefold().split())


def searchable(one: Published) -> str:
    """The words that a search looks in."""
    case, story = one.known.case, one.known.told
    parts = (
        *(case.title, case.summary, case.technology, case.field_of_work),
        *story.facts.authorities,
        *(passage.text for passage in story.about),
        *(f"{lesson.title} {lesson.text}" for lesson in story.lessons),
    )
    return " ".join(parts).casefold()


def _ordered(found: list[Published], sort: str) -> list[Published]:
    if sort == EFFECT:
        return sorted(found, key=lambda one: -one.known.effect)
    if sort == TITLE:
        return sorted(found, key=lambda one: danish_sort_key(one.known.case.title))
    return found
