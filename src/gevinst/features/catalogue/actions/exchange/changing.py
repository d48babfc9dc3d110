"""A process changed by somebody who read it first: refused when another changed it meanwhile."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from gevinst.features.catalogue.actions.exchange.naming import by_id
from gevinst.features.catalogue.actions.processes import locked, update
from gevinst.features.catalogue.models import Process
from gevinst.features.catalogue.queries.revision import revision
from gevinst.shared.actor import Actor
from gevinst.shared.errors import DomainError


def change(
    *, process_id: int, by: Actor, revisions: Collection[str] | None = None, **facts: Any
) -> Process:
    """As `update`, if the process still stands at one of `revisions`; None: whatever it stands at.

    Raises `DomainError("changed-meanwhile")`, and what `update` and `naming.by_id` raise.
    """
    with transaction.atomic():
        process = locked(process_id, by)
        if revisions is not None and revision(process_id) not in revisions:
            raise DomainError(
                "changed-meanwhile",
                _("Somebody changed the process after you read it. Read it again, then change it."),
            )
        named = by_id(facts, process.authority_id, process_id)
        return update(process_id=process_id, by=by, **named)
