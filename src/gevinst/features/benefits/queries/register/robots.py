"""Robots and their runs, and which of them the actor sees."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from django.db.models import Q

from gevinst.features.benefits.models import Effect, RobotCost
from gevinst.features.benefits.queries.effects import own_authorities
from gevinst.shared.actor import Actor

# The models of operations, by way of our own fields: rooms do not import each other's models.
RUNS = cast("Any", Effect._meta.get_field("run").related_model)._default_manager
ROBOTS = cast("Any", RobotCost._meta.get_field("robot").related_model)._default_manager


def robots_of(authority_id: int) -> list[tuple[int, str]]:
    """Id and name of an authority's robots, by name."""
    found = ROBOTS.filter(authority=authority_id).order_by("name")
    return list(found.values_list("pk", "name"))


def read_by(actor: Actor, authorities: Iterable[int] | None, field: str) -> Q:
    """Rows of authorities that the actor reads (of these only, where given); `field` leads to them."""
    own = own_authorities(actor)
    mine = Q() if own is None else Q(**{f"{field}__in": own})
    return mine if authorities is None else mine & Q(**{f"{field}__in": set(authorities)})
