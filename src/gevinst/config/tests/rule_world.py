"""A change of the rules, and a decision log, for the world that every address is tried in."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone

from gevinst.engines.blockkit import block
from gevinst.engines.decisionlog.model import Act
from gevinst.features.accounts.models import Authority, User
from gevinst.features.control import actions
from gevinst.features.control.models import RuleChange
from gevinst.features.control.tests.people import BLOCK, first_rule
from gevinst.features.operations.models import WorkItem


def rules_at(home: Authority, item: WorkItem, writer: User, title: str) -> dict[str, Any]:
    """The parameters of addresses about rules and the log of the item's robot, all at `home`."""
    change = RuleChange.objects.create(
        authority=home,
        block_key=BLOCK,
        title=title,
        purpose=title,
        base="0" * 64,
        files=dict(block(BLOCK).rule_files),
        digest="0" * 64,
        created_by=writer,
        created_name=title,
        edited_by=[writer.pk],
    )
    act = Act(timezone.now(), title, item.reference, "approve", 0, authority=home.code)
    with transaction.atomic():
        actions.add_to_log(
            authority_id=home.pk, robot_key=item.robot.key, payloads=lambda head: [act.payload()]
        )
    return {
        "block_key": BLOCK,
        "rule_id": first_rule().id,
        "dialect": "duckdb",
        "change_id": change.pk,
        "robot_key": item.robot.key,
        "seq": 1,
    }
