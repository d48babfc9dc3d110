"""Systems and technologies, how many processes name each, and which authority has which."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple, TypeVar

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from gevinst.features.catalogue.models import ItSystem, Landscape, Process, Technology
from gevinst.features.catalogue.permissions import readable
from gevinst.shared.actor import Actor
from gevinst.shared.errors import DomainError

Row = TypeVar("Row", ItSystem, Technology)


class Uses(NamedTuple):
    """How many readable processes have the system today, and how many robots work in it."""

    today: int
    robots: int


def systems(*, text: str = "", of: Iterable[int] = ()) -> QuerySet[ItSystem]:
    """Systems in Danish order: those whose name or vendor has `text`, those that authorities `of` have."""
    found = ItSystem.objects.all()
    for word in text.split():
        found = found.filter(Q(label__icontains=word) | Q(vendor__icontains=word))
    return _had(found, "system", of)


def technologies(*, text: str = "", of: Iterable[int] = ()) -> QuerySet[Technology]:
    """Technologies in Danish order, narrowed as `systems` are."""
    found = Technology.objects.all()
    for word in text.split():
        found = found.filter(label__icontains=word)
    return _had(found, "technology", of)


def system(system_id: int) -> ItSystem:
    """One system. Raises `DomainError("not-found")`."""
    found = ItSystem.objects.filter(pk=system_id).first()
    if found is None:
        raise DomainError("not-found", _("There is no such IT system."))
    return found


def uses(actor: Actor, system_ids: list[int]) -> dict[int, Uses]:
    """What the processes that `actor` may read say of each of the systems; one query."""
    named = Q(systems_today__overlap=system_ids) | Q(systems_used__overlap=system_ids)
    rows = Process.objects.filter(readable(actor)).filter(named)
    today: Counter[int] = Counter()
    robots: Counter[int] = Counter()
    for had, used in rows.order_by().values_list("systems_today", "systems_used"):
        today.update(had)
        robots.update(used)
    return {pk: Uses(today[pk], robots[pk]) for pk in system_ids}


def technology_uses(actor: Actor, technology_ids: list[int]) -> dict[int, int]:
    """How many processes that `actor` may read are built with each; one query."""
    rows = Process.objects.filter(readable(actor), technologies__overlap=technology_ids)
    found: Counter[int] = Counter()
    for named in rows.order_by().values_list("technologies", flat=True):
        found.update(named)
    return {pk: found[pk] for pk in technology_ids}


def owned(authority_ids: Iterable[int]) -> tuple[set[int], set[int]]:
    """The ids of the systems and of the technologies that the authorities have."""
    rows = Landscape.objects.filter(authority_id__in=list(authority_ids))
    pairs = list(rows.values_list("system_id", "technology_id"))
    return {s for s, _t in pairs if s is not None}, {t for _s, t in pairs if t is not None}


def owners(system_id: int) -> list[str]:
    """The names of the authorities that have the system, in Danish order."""
    rows = Landscape.objects.filter(system_id=system_id).order_by("authority__sort_key")
    return list(rows.values_list("authority__name", flat=True))


def processes_of(actor: Actor, system_id: int) -> QuerySet[Process]:
    """The processes with the system that `actor` may read, last changed first."""
    named = Q(systems_today__contains=[system_id]) | Q(systems_used__contains=[system_id])
    found = Process.objects.filter(readable(actor)).filter(named)
    return found.select_related("authority").only(
        "title", "summary", "phase", "changed_at", "authority__name"
    ).order_by("-changed_at", "-pk")  # fmt: skip


def _had(found: QuerySet[Row], name: str, of: Iterable[int]) -> QuerySet[Row]:
    ids = list(of)
    if not ids:
        return found
    rows = Landscape.objects.filter(**{name: OuterRef("pk")}, authority_id__in=ids)
    return found.filter(Exists(rows))
