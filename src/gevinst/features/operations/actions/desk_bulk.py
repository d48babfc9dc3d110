"""Returns many items of one supplier at once, for one reason."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from gevinst.features.operations import reasons
from gevinst.features.operations.actions.desk import return_to_supplier
from gevinst.features.operations.models import WorkItem
from gevinst.shared.actor import Actor
from gevinst.shared.errors import DomainError

PASSED_OVER = frozenset({"taken", "already-done", "wrong-state"})


@dataclass(frozen=True, slots=True)
class Many:
    """The ids that were returned, and those passed over because a colleague had them."""

    done: tuple[int, ...]
    passed_over: tuple[int, ...]


def return_many(
    *,
    items: Iterable[WorkItem],
    reason: str,
    by: Actor,
    text: str = "",
    opened_at: datetime | None = None,
) -> Many:
    """Returns the items in one transaction; the time is counted on the first of them.

    Raises `DomainError`: "not-allowed", "invalid" (no reason); then none is returned.
    """
    reasons.check(reasons.ReturnReason, reason, text)
    done: list[int] = []
    passed_over: list[int] = []
    with transaction.atomic():
        # In the order of their ids, so that two at once never wait for each other.
        for item in sorted(items, key=lambda item: item.pk):
            try:
                began = None if done else opened_at
                return_to_supplier(item=item, reason=reason, text=text, by=by, opened_at=began)
                done.append(item.pk)
            except DomainError as fault:
                if fault.code not in PASSED_OVER:
                    raise
                passed_over.append(item.pk)
    return Many(tuple(done), tuple(passed_over))
