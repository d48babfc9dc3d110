"""What robots cost."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from gevinst.features.benefits.models import RobotCost
from gevinst.features.benefits.queries.register.robots import read_by
from gevinst.shared.actor import Actor
from gevinst.shared.errors import DomainError


def costs(actor: Actor, authorities: Iterable[int] | None = None) -> QuerySet[RobotCost]:
    """The costs of robots at authorities that `actor` reads (of these only, where given), newest first."""
    found = RobotCost.objects.filter(read_by(actor, authorities, "authority"))
    return found.select_related("authority", "robot")


def cost(actor: Actor, cost_id: int) -> RobotCost:
    """One cost. Raises `DomainError("not-found")` also where `actor` may not read it."""
    found = costs(actor).filter(pk=cost_id).first()
    if found is None:
        raise DomainError("not-found", _("There is no such cost."))
    return found
