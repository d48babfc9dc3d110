"""The dry run: what each record would do, and why some will not be taken in. Writes nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from gevinst.engines.exchange.processes import Reading, Record, Remark
from gevinst.features.catalogue.actions.importing.authorities import Refused
from gevinst.features.catalogue.actions.importing.known import Known, known_of
from gevinst.features.catalogue.actions.importing.merging import merge
from gevinst.features.catalogue.actions.importing.planned import (
    CHANGED,
    KEPT,
    NEW,
    OTHER,
    REFUSED,
    SAME,
    Change,
    Plan,
    Planned,
    Wanted,
)
from gevinst.features.catalogue.actions.importing.resolving import Resolver
from gevinst.features.catalogue.actions.importing.stored import default, here
from gevinst.features.catalogue.models import Process, Visibility
from gevinst.shared.actor import Actor, Right


def plan(
    records: Reading | Iterable[Record], *, by: Actor, authority_id: int | None = None
) -> Plan:
    """What an import of the records would do. With `authority_id` it is for that authority alone.

    Local administrators import for their own authority, national ones and the system for all; a record of
    another authority is refused, one by one. Raises `DomainError("not-allowed")` for whoever may for none.
    """
    _require(by, authority_id)
    reading = records if isinstance(records, Reading) else Reading(tuple(records))
    resolver = Resolver(by, authority_id)
    planned = [_resolved(resolver, record) for record in reading.records]
    known = known_of([one.wanted for one in planned if one.wanted])
    for one in planned:
        if one.wanted:
            _compare(one, one.wanted, known, resolver)
    return Plan(planned, [*reading.remarks, *_strangers(resolver.strangers)])


def _strangers(number: int) -> list[Remark]:
    """How many mentions of people are not kept: said once, and not who they are."""
    return [Remark("", "people", str(number), "no-account")] if number else []


def _require(by: Actor, authority_id: int | None) -> None:
    if authority_id is not None:
        by.require(Right.ADMINISTER, authority_id)
    elif not (by.system or by.national or by.authorities(Right.ADMINISTER)):
        by.require(Right.ADMINISTER, 0)


def _resolved(resolver: Resolver, record: Record) -> Planned:
    try:
        wanted, authority, remarks = resolver.wanted(record)
    except Refused as refused:
        return _refused(resolver, record, refused.code)
    every = [*record.remarks, *remarks]
    return Planned(record, NEW, authority=authority, wanted=wanted, remarks=every)


def _refused(resolver: Resolver, record: Record, code: str) -> Planned:
    stated = record.authority
    name = stated.name or stated.cvr or stated.code
    outcome = OTHER if code in {"other-authority", "not-yours"} else REFUSED
    return Planned(record, outcome, authority=name, reason=code, remarks=list(record.remarks))


def _compare(one: Planned, wanted: Wanted, known: Known, resolver: Resolver) -> None:
    kept = known.get(wanted.source, wanted.source_id)
    if kept is None:
        if wanted.closing:
            one.outcome, one.reason, one.wanted = REFUSED, "personal", None
        return
    process = kept.process
    one.process_id = process.pk
    if reason := closed_to(resolver.by, process, wanted.authority_id):
        one.outcome, one.reason, one.wanted = REFUSED, reason, None
        return
    now = here(process, wanted.facts)
    take, conflicts = merge(kept.facts, now, wanted.facts, default)
    if kept.digest == wanted.digest:
        one.outcome, one.wanted = SAME, None
        return
    shown = resolver.names.shown
    one.changes = [_change(name, now[name], new, shown) for name, new in take.items()]
    one.conflicts = [_change(name, now[name], new, shown) for name, new in conflicts.items()]
    parts = list(wanted.parts) if wanted.parts is not None else kept.facts.get("parts")
    if parts is not None and parts != kept.facts.get("parts"):
        one.changes.append(("parts", kept.facts.get("parts") or [], parts))
    one.outcome = CHANGED if one.changes else KEPT if one.conflicts else SAME


def closed_to(by: Actor, process: Process, authority_id: int) -> str:
    """Why the process may not be changed by this import; "" when it may."""
    if process.authority_id != authority_id:
        return "taken"
    if process.visibility == Visibility.PERSONAL and process.owner_id != by.user_id:
        return "personal-here"
    return "" if by.may(Right.ADMINISTER, authority_id) else "not-yours"


def _change(name: str, before: object, after: object, shown: Callable[[str, Any], Any]) -> Change:
    return name, shown(name, before), shown(name, after)
