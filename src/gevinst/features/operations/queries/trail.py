"""What was decided of an item, by whom and why, and what every rule said of it."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import QuerySet

from gevinst.engines.blockkit import contract
from gevinst.features.operations.models import Decision, Finding, WorkItem
from gevinst.features.operations.queries.scope import within
from gevinst.shared.actor import Actor, Right

WORST_FIRST = {"fail": 0, "undecided": 1, "ok": 2}


def decisions(actor: Actor, right: Right = Right.WORK_DESK) -> QuerySet[Decision]:
    """Every decision on the items that the actor may see, newest first. Not yet fetched."""
    rows = within(Decision.objects.all(), actor, right, "item__authority")
    return rows.order_by("-id")


def history(item: WorkItem) -> list[Decision]:
    """The item's decisions, newest first."""
    return list(item.decisions.order_by("-id"))


def findings(item: WorkItem) -> list[Finding]:
    """What the rules said when the robot last decided the item: failed first, then undecided, then passed."""
    judged = item.decisions.filter(findings__isnull=False).order_by("-id").first()
    if judged is None:
        return []
    return sorted(judged.findings.all(), key=lambda f: (WORST_FIRST.get(f.outcome, 3), f.pk))


def as_contract(rows: Sequence[Finding]) -> list[contract.Finding]:
    """Stored findings as a building block made them."""
    return [
        contract.Finding(
            rule=row.rule,
            version=row.version,
            line=row.line,
            outcome=contract.Outcome(row.outcome),
            severity=contract.Severity(row.severity),
            message=contract.Text(row.message_da, row.message_en),
            queue=row.queue,
            evidence=tuple(contract.Evidence(**evidence) for evidence in row.evidence),
            paths=tuple(row.paths),
        )
        for row in rows
    ]
