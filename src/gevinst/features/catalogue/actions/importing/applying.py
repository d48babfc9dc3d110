"""Carries a plan out: in batches, each record by itself, so that a bad one stops none of the others."""

from __future__ import annotations

from collections.abc import Callable

from django.db import DatabaseError, IntegrityError, transaction

from gevinst.features.catalogue.actions.importing.parts import link_parts
from gevinst.features.catalogue.actions.importing.planned import NEW, REFUSED, Plan, Planned, Wanted
from gevinst.features.catalogue.actions.importing.resolving import Resolver
from gevinst.features.catalogue.actions.importing.saving import Moved, save
from gevinst.features.catalogue.actions.importing.telling import Told, tell_followers
from gevinst.features.catalogue.actions.quiet import quietly
from gevinst.features.catalogue.actions.standing import all_at_once
from gevinst.shared.actor import Actor
from gevinst.shared.audit import audited
from gevinst.shared.errors import DomainError

BATCH = 100
Progress = Callable[[int, int], None]


def carry_out(
    plan: Plan,
    *,
    by: Actor,
    authority_id: int | None = None,
    progress: Progress = lambda done, total: None,
) -> Plan:
    """The plan as it went: what failed after all is refused in it, with the reason.

    Carried out twice it changes nothing the second time. `progress` hears (done, total) after each batch.
    """
    todo = [(one, one.wanted) for one in plan.records if one.wanted is not None]
    resolver = Resolver(by, authority_id)
    told: list[Told] = []
    for start in range(0, len(todo), BATCH):
        with quietly(), transaction.atomic(), all_at_once():
            batch = todo[start : start + BATCH]
            told += [found for one in batch if (found := _one(*one, resolver))]
        progress(min(start + BATCH, len(todo)), len(todo))
    with (
        transaction.atomic(),
        audited("catalogue.import", by=by, authority_id=authority_id) as entry,
    ):
        entry.facts = {"counts": plan.counts(), "parts": link_parts(plan.records, by)}
        tell_followers(told, by)
    return plan


def _one(one: Planned, wanted: Wanted, resolver: Resolver) -> Told | None:
    """One record in a savepoint of its own; what was told of it, when it changed a known process."""
    try:
        # Systems that nobody had stay, whatever becomes of this record: others may name them too.
        facts = resolver.names.made(wanted.facts)
        with transaction.atomic():
            process, changed = save(one.outcome, wanted, facts, resolver.by)
    except (Moved, IntegrityError):
        one.outcome, one.reason = REFUSED, "changed-meanwhile"
    except DomainError as fault:
        one.outcome, one.reason = REFUSED, "unsound"
        one.conflicts = [(str(name), "", str(fault)) for name in fault.facts.get("fields", [])]
    except DatabaseError:
        one.outcome, one.reason = REFUSED, "database"
    else:
        one.process_id = process.pk
        return Told(process, changed) if changed and one.outcome != NEW else None
    one.wanted = None
    return None
