"""Adoptions as they are looked up: those of a process, those of a source, one of them."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from gevinst.features.catalogue.models import Adoption
from gevinst.features.catalogue.queries.reading import readable_ids
from gevinst.shared.actor import Actor
from gevinst.shared.errors import DomainError


def adoption(actor: Actor, adoption_id: int) -> Adoption:
    """One adoption, of a process that `actor` may read. Raises `DomainError("not-found")`."""
    rows = _whole().filter(process__in=readable_ids(actor), pk=adoption_id)
    found = rows.first()
    if found is None:
        raise DomainError("not-found", _("There is no such reuse."))
    return found


def sources(actor: Actor, process_id: int) -> QuerySet[Adoption]:
    """By what a process was made, as far as `actor` may read the sources."""
    return _whole().filter(process_id=process_id, source__in=readable_ids(actor))


def adopters(actor: Actor, source_id: int) -> QuerySet[Adoption]:
    """What was made of a process, as far as `actor` may read it."""
    return _whole().filter(source_id=source_id, process__in=readable_ids(actor))


def made_of(process_id: int) -> list[Adoption]:
    """Every adoption by a process, also of sources that nobody else may read."""
    return list(_whole().filter(process_id=process_id))


def _whole() -> QuerySet[Adoption]:
    rows = Adoption.objects.select_related("process__authority", "source__authority")
    return rows.defer("process__search", "source__search").order_by("at", "pk")
