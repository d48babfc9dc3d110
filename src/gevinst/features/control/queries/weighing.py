"""Impact reports that the worker has been asked for, and how large they will be."""

from __future__ import annotations

from datetime import date

from gevinst.features.control.models import RuleChange
from gevinst.features.control.queries.past import batches_of

TASK = "control.weigh"


def decisions_to_weigh(
    change: RuleChange, first_on: date | None = None, last_on: date | None = None
) -> int:
    """How many past decisions an impact report of those days would go through."""
    found = batches_of(change.authority_id, change.block_key, first_on, last_on)
    return sum(batch.count for batch in found)


def weighing(change: RuleChange) -> str:
    """Of the report last asked for of the change as it is now: "todo", "doing", "failed", else ""."""
    # The worker's library is needed by this page alone.
    from procrastinate.contrib.django.models import ProcrastinateJob

    asked = {"change_id": change.pk, "digest": change.digest}
    jobs = ProcrastinateJob.objects.filter(task_name=TASK, args__contains=asked)
    last = jobs.order_by("-id").first()
    return last.status if last and last.status in ("todo", "doing", "failed") else ""
