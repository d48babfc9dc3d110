"""Processes pushed by a development board, under the ids that they have there."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from gevinst.features.catalogue.actions.exchange.changing import change
from gevinst.features.catalogue.actions.exchange.keeping import keep, known_by
from gevinst.features.catalogue.actions.exchange.naming import by_id
from gevinst.features.catalogue.actions.processes import create
from gevinst.features.catalogue.models import Imported, Process
from gevinst.features.catalogue.permissions import readable
from gevinst.shared.actor import Actor, Right
from gevinst.shared.errors import DomainError


def push(
    *,
    by: Actor,
    authority_id: int,
    source: str,
    source_id: str,
    revisions: Collection[str] | None = None,
    **facts: Any,
) -> tuple[Process, bool]:
    """The process that the authority's `source` knows as `source_id` with `facts`, and whether it is new.

    Two authorities may have sources of one name: each has ids of its own.
    `facts` hold a title and a summary. Raises what `change` and `create` raise.
    """
    by.require(Right.CONTRIBUTE, authority_id)
    with transaction.atomic():
        known = known_by(_own(authority_id, source), source_id)
        if known is None:
            process = _created(by, authority_id, facts, revisions)
        else:
            process = change(process_id=known.process_id, by=by, revisions=revisions, **facts)
        keep(process, _own(authority_id, source), source_id, facts)
    return process, known is None


def pushed(*, by: Actor, authority_id: int, source: str, source_id: str) -> int:
    """The id of the process that the authority's source knows as `source_id`. Raises "not-found"."""
    rows = Imported.objects.filter(source=_own(authority_id, source), source_id=source_id)
    seen = Process.objects.filter(readable(by), pk__in=rows.values("process")).order_by()
    found = seen.values_list("pk", flat=True).first()
    by.require(Right.READ, authority_id)
    if found is None:
        raise DomainError("not-found", _("There is no such process."))
    return found


def _own(authority_id: int, source: str) -> str:
    return f"{authority_id}/{source}"


def _created(
    by: Actor, authority_id: int, facts: dict[str, Any], revisions: Collection[str] | None
) -> Process:
    if revisions is not None:
        raise DomainError("changed-meanwhile", _("There is no such process any more."))
    return create(by=by, authority_id=authority_id, **by_id(facts, authority_id))
