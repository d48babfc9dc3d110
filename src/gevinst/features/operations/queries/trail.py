"""What was decided of an item, by whom and why, and what every rule said of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

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


def judgement(item: WorkItem) -> Decision | None:
    """The last decision that the rules made of the item; None where there is none."""
    judged = item.decisions.filter(findings__isnull=False).select_related("run")
    return judged.order_by("-id").first()


def extracts(judged: Decision | None, names: Iterable[str]) -> dict[str, dict[str, Any]]:
    """The extract of each register of `names` that the decision rests on.

    What no register file was read for, Gevinst made of its own items when it decided.
    """
    if judged is None:
        return {}
    kept = judged.extracts or (judged.run.extracts if judged.run else {})
    own = {"taken_at": judged.at.isoformat(), "source": "Gevinst"}
    return {name: kept.get(name, own) for name in names}


def findings(item: WorkItem) -> list[Finding]:
    """What the rules said when the robot last decided the item: failed first, then undecided, then passed."""
    judged = judgement(item)
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
            shadow=row.shadow,
            message=contract.Text(row.message_da, row.message_en),
            queue=row.queue,
            evidence=tuple(contract.Evidence(**evidence) for evidence in row.evidence),
            paths=tuple(row.paths),
        )
        for row in rows
    ]
