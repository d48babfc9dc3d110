"""What the desk asks about the account of an item that the control does not know."""

from __future__ import annotations

from typing import Any

from gevinst.features.operations.models import Finding, WorkItem
from gevinst.features.operations.queries.suppliers_said import ACCOUNT_RULE, account_of, standing
from gevinst.features.operations.web.control_forms import Confirmation
from gevinst.shared.actor import Actor


def asked(item: WorkItem, told: list[Finding], actor: Actor) -> dict[str, Any] | None:
    """What the desk shows of the item's account; None where no rule asks about it.

    `told` are the findings that are not ok.
    """
    sender, account = account_of(item)
    if not (sender and account and any(each.rule == ACCOUNT_RULE for each in told)):
        return None
    held = standing(item.authority_id, sender, account)
    return {
        "code": item.robot.authority.code,
        "standing": held,
        "mine": held.said_by(actor.user_id),
        "form": Confirmation(),
    }
