"""What can be done with processes: create, update, delete, and register the one that a block runs."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import ProtectedError, RestrictedError
from django.utils.translation import gettext_lazy as _

from gevinst.engines.blockkit import BlockNotFound, block
from gevinst.features.catalogue.actions.writing import save_facts
from gevinst.features.catalogue.models import BlockUse, Process, Visibility
from gevinst.features.catalogue.permissions import readable, require_may_change
from gevinst.shared.actor import Actor, Right
from gevinst.shared.audit import about, audited
from gevinst.shared.errors import DomainError


def create(*, by: Actor, authority_id: int, title: str, summary: str, **facts: Any) -> Process:
    """A new process of the authority, owned and reported by whoever makes it unless the facts say otherwise.

    `facts` are names of `fields.CHANGEABLE` and `fields.RELATED`. Raises `DomainError`: "not-allowed",
    "invalid" with `fields`.
    """
    by.require(Right.CONTRIBUTE, authority_id)
    process = Process(authority_id=authority_id, owner_id=by.user_id, reporter_id=by.user_id)
    with audited("catalogue.create", by=by, authority_id=authority_id) as entry:
        changed = save_facts(process, {"title": title, "summary": summary, **facts}, by)
        about(entry, process, fields=sorted(changed))
    return process


def update(*, process_id: int, by: Actor, **facts: Any) -> Process:
    """The process with `facts` (names of `CHANGEABLE` and `RELATED`) in place of what it had.

    Raises `DomainError`: "not-found", "not-allowed", "invalid" with `fields`.
    """
    with transaction.atomic():
        process = locked(process_id, by)
        with audited("catalogue.update", by=by, authority_id=process.authority_id) as entry:
            about(entry, process, fields=sorted(save_facts(process, facts, by)))
    return process


def locked(process_id: int, by: Actor) -> Process:
    """The process, held until the transaction ends. Raises "not-found", "not-allowed"."""
    rows = Process.objects.select_for_update(of=("self",)).filter(readable(by), pk=process_id)
    process = rows.defer("search").first()
    if process is None:
        raise DomainError("not-found", _("There is no such process."))
    require_may_change(by, process)
    return process


def delete(*, process_id: int, by: Actor) -> None:
    """Deletes a process that only its owner has seen, or that a local administrator says goodbye to.

    Raises `DomainError`: "not-found", "not-allowed", "in-use" when others reuse it or robots run it.
    """
    with transaction.atomic():
        process = locked(process_id, by)
        if process.visibility != Visibility.PERSONAL:
            by.require(Right.ADMINISTER, process.authority_id)
        with audited("catalogue.delete", by=by, authority_id=process.authority_id) as entry:
            about(entry, process, title=process.title)
            try:
                process.delete()
            except (ProtectedError, RestrictedError) as fault:
                raise DomainError(
                    "in-use", _("Others build on this process. Decommission it instead.")
                ) from fault


def register(
    *, by: Actor, authority_id: int, block_key: str, title: str, summary: str, **facts: Any
) -> Process:
    """The authority's process that runs the block; made the first time, left alone after that."""
    by.require(Right.CONTRIBUTE, authority_id)
    with transaction.atomic():
        known = Process.objects.filter(authority_id=authority_id, block_key=block_key)
        found = known.defer("search").order_by("pk").first()
        if found is not None:
            return found
        made = create(
            by=by,
            authority_id=authority_id,
            title=title,
            summary=summary,
            block_key=block_key,
            **facts,
        )
        _attach_installed(made)
        return made


def _attach_installed(process: Process) -> None:
    """The block that runs here hangs on the process in the version that is installed."""
    try:
        version = block(process.block_key).manifest.version
    except (BlockNotFound, ImportError):
        return
    BlockUse.objects.create(process=process, key=process.block_key, version=version)
