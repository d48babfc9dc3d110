"""Payment proposals with their lines and sums."""

from __future__ import annotations

from django.db.models import Count, QuerySet, Sum
from django.utils.translation import gettext as _

from gevinst.features.operations.models import PaymentProposal, Robot, WorkItem
from gevinst.features.operations.queries.scope import within
from gevinst.features.operations.states import State
from gevinst.shared.actor import Actor, Right
from gevinst.shared.errors import DomainError


def proposals(actor: Actor) -> QuerySet[PaymentProposal]:
    """The proposals of the robots that the actor operates, newest first, with `count` and `total`."""
    rows = PaymentProposal.objects.select_related("robot__authority")
    mine = within(rows, actor, Right.OPERATE, "robot__authority")
    summed = mine.annotate(count=Count("lines"), total=Sum("lines__amount"))
    return summed.order_by("-created_at", "-id")


def proposal(actor: Actor, proposal_id: int) -> PaymentProposal:
    """The proposal. Raises `DomainError("not-found")`, also where the actor may not see it."""
    found = proposals(actor).filter(pk=proposal_id).first()
    if found is None:
        raise DomainError(
            "not-found", _("There is no such payment proposal."), proposal=proposal_id
        )
    return found


def to_deliver(robot: Robot) -> tuple[int, object]:
    """How many approved items are in no proposal yet, and their sum."""
    rows = WorkItem.objects.filter(robot=robot, state=State.APPROVED)
    facts = rows.aggregate(count=Count("pk"), total=Sum("amount"))
    return facts["count"], facts["total"] or 0
