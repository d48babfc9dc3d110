"""A process created once, however often the same request is sent."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from gevinst.features.catalogue.actions.exchange.keeping import digest, keep, known_by
from gevinst.features.catalogue.actions.exchange.naming import by_id
from gevinst.features.catalogue.actions.processes import create
from gevinst.features.catalogue.models import Process
from gevinst.features.catalogue.queries.records.hanging import POSTED
from gevinst.shared.actor import Actor, Right
from gevinst.shared.errors import DomainError


def create_once(
    *, by: Actor, authority_id: int, key: str = "", **facts: Any
) -> tuple[Process, bool]:
    """The process, and whether it is new; `key` is the sender's own word for this one request.

    Raises `DomainError("conflict")` when other facts were sent under the key, and what `create` raises.
    """
    by.require(Right.CONTRIBUTE, authority_id)
    with transaction.atomic():
        source = f"{POSTED}{authority_id}"
        known = known_by(source, key) if key else None
        if known is not None:
            if known.digest != digest(facts):
                raise DomainError("conflict", _("This key was used for another process."))
            return known.process, False
        made = create(by=by, authority_id=authority_id, **by_id(facts, authority_id))
        if key:
            keep(made, source, key, facts)
        return made, True
