"""Narrows rows to the authorities where an actor holds a right."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TypeVar

from django.db.models import Model, QuerySet
from django.utils import timezone

from gevinst.shared.actor import Actor, Right

Row = TypeVar("Row", bound=Model)
NATIONAL = frozenset({Right.READ, Right.ADMINISTER})


def within(
    rows: QuerySet[Row], actor: Actor, right: Right, path: str = "authority"
) -> QuerySet[Row]:
    """The rows whose authority, found along `path`, gives the actor `right`; all for the system itself."""
    if actor.system or (actor.national and right in NATIONAL):
        return rows
    return rows.filter(**{f"{path}__in": actor.authorities(right)})


def midnight(day: date) -> datetime:
    """When the day begins in Denmark."""
    return timezone.make_aware(datetime.combine(day, time.min))
