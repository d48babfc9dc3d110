"""Saying what robots cost: a new charge, and the day that one ends."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from gevinst.features.benefits import queries
from gevinst.features.benefits.cost_models import CostKind, Per
from gevinst.features.benefits.models import RobotCost
from gevinst.features.benefits.permissions import require_may_set_costs
from gevinst.shared.actor import Actor
from gevinst.shared.audit import about, audited
from gevinst.shared.errors import DomainError


def set_cost(
    *,
    authority_id: int,
    kind: str,
    amount: Decimal,
    per: str,
    since: date,
    source: str,
    by: Actor,
    until: date | None = None,
    robot_id: int | None = None,
) -> RobotCost:
    """A cost of one robot, or (without `robot_id`) of all that the authority's robots share. DKK excl. VAT.

    Raises `DomainError`: "not-allowed", "invalid" with the field.
    """
    require_may_set_costs(by, authority_id)
    if kind not in CostKind.values:
        raise DomainError("invalid", _("Say what the cost is for."), field="kind")
    if per not in Per.values:
        raise DomainError("invalid", _("Say how often it comes."), field="per")
    if amount < 0:
        raise DomainError("invalid", _("A cost cannot be negative."), field="amount")
    if not source.strip():
        raise DomainError("invalid", _("Say where the number comes from."), field="source")
    if robot_id is not None and robot_id not in dict(queries.robots_of(authority_id)):
        raise DomainError("invalid", _("The authority has no such robot."), field="robot")
    _check_end(since, until)
    with audited("benefits.set_cost", by=by, authority_id=authority_id) as entry:
        made = RobotCost.objects.create(
            authority_id=authority_id,
            robot_id=robot_id,
            kind=kind,
            amount=amount,
            per=per,
            since=since,
            until=until,
            source=source.strip(),
            created_by_id=by.user_id,
            created_by_name=by.name,
        )
        about(entry, made, kind=kind, since=since.isoformat())
    return made


def end_cost(*, cost_id: int, until: date, by: Actor) -> RobotCost:
    """The cost ends on a day; what it was until then stays.

    Raises `DomainError`: "not-found", "not-allowed", "already-done", "invalid".
    """
    held = queries.cost(by, cost_id)
    require_may_set_costs(by, held.authority_id)
    with audited("benefits.end_cost", by=by, authority_id=held.authority_id) as entry:
        held = RobotCost.objects.select_for_update().get(pk=held.pk)
        if held.until is not None or held.per == Per.ONCE:
            raise DomainError("already-done", _("The cost has an end already."))
        _check_end(held.since, until)
        held.until = until
        held.save(update_fields=["until"])
        about(entry, held, until=until.isoformat())
    return held


def _check_end(since: date, until: date | None) -> None:
    if until is not None and until < since:
        raise DomainError("invalid", _("It cannot end before it begins."), field="until")
