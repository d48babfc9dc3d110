"""Writes one record: a new process, or the fields of a known one that changed at the source."""

from __future__ import annotations

from typing import Any

from gevinst.features.catalogue.actions.importing.merging import merge
from gevinst.features.catalogue.actions.importing.planned import NEW, Wanted
from gevinst.features.catalogue.actions.importing.planning import closed_to
from gevinst.features.catalogue.actions.importing.stored import default, digest, here, plain, typed
from gevinst.features.catalogue.actions.writing import Changed, save_facts
from gevinst.features.catalogue.fields import RELATED
from gevinst.features.catalogue.models import Imported, Process
from gevinst.shared.actor import Actor, Right
from gevinst.shared.audit import about, audited


class Moved(Exception):
    """Somebody else imported or deleted it since the plan was made."""


def save(outcome: str, wanted: Wanted, facts: dict[str, Any], by: Actor) -> tuple[Process, Changed]:
    """The process, and what of it changed; `facts` are the wanted ones with ids for names.

    Raises `Moved`, `DomainError`, and what the database does.
    """
    return (_create if outcome == NEW else _update)(wanted, facts, by)


def _create(wanted: Wanted, facts: dict[str, Any], by: Actor) -> tuple[Process, Changed]:
    by.require(Right.ADMINISTER, wanted.authority_id)
    # A new process has none of these: asking for them would cost a round trip each.
    said = {name: value for name, value in facts.items() if value or name not in RELATED}
    process = Process(authority_id=wanted.authority_id)
    with audited("catalogue.import_new", by=by, authority_id=wanted.authority_id) as entry:
        changed = save_facts(process, typed(said), by, follow_up=False)
        about(entry, process, source=wanted.source, source_id=wanted.source_id)
        kept = Imported(process=process, source=wanted.source, source_id=wanted.source_id)
        _keep(kept, wanted, facts)
    return process, changed


def _update(wanted: Wanted, facts: dict[str, Any], by: Actor) -> tuple[Process, Changed]:
    """Merged with what stands here now, which may be other than when the plan was made."""
    rows = Imported.objects.select_for_update(of=("self", "process")).select_related("process")
    kept = (
        rows.defer("process__search")
        .filter(source=wanted.source, source_id=wanted.source_id)
        .first()
    )
    if kept is None or closed_to(by, kept.process, wanted.authority_id):
        raise Moved
    process = kept.process
    take, _conflicts = merge(kept.facts, here(process, facts), facts, default)
    changed: Changed = {}
    if take:
        with audited("catalogue.import_changed", by=by, authority_id=wanted.authority_id) as entry:
            changed = save_facts(process, typed(take), by, follow_up=False)
            about(entry, process, fields=sorted(changed), source=wanted.source)
    _keep(kept, wanted, facts)
    return process, changed


def _keep(kept: Imported, wanted: Wanted, facts: dict[str, Any]) -> None:
    """What the source says now is what the next import is held against."""
    parts = list(wanted.parts) if wanted.parts is not None else None
    kept.facts = kept.facts | plain(facts) | ({} if parts is None else {"parts": parts})
    kept.digest = digest([wanted.authority_id, plain(facts), wanted.parts])
    kept.save()
