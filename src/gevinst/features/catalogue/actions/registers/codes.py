"""Taking in a code list: what would change, and the change itself."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.db import transaction

from gevinst.engines.exchange.codes import CodeList, CodeRecord
from gevinst.features.catalogue.actions.registers.succession import Moves, move_processes, moves
from gevinst.features.catalogue.models import Code
from gevinst.features.catalogue.permissions import require_may_curate
from gevinst.shared.actor import Actor
from gevinst.shared.audit import audited

TOLD = ("title", "parent", "description", "valid_from", "valid_to", "replaced_by")


@dataclass(frozen=True, slots=True)
class CodePlan:
    """What a file changes; `gone` are codes that the file no longer has, which stay as they are."""

    new: list[CodeRecord] = field(default_factory=list)
    changed: list[tuple[Code, CodeRecord]] = field(default_factory=list)
    same: int = 0
    gone: list[str] = field(default_factory=list)
    moves: Moves = field(default_factory=Moves)


def plan_codes(read: CodeList) -> CodePlan:
    """What taking the list in would change; nothing is written."""
    known = {code.code: code for code in Code.objects.filter(scheme=read.scheme)}
    records = {record.code: record for record in read.records}
    new = [record for code, record in records.items() if code not in known]
    both = [(known[code], record) for code, record in records.items() if code in known]
    changed = [(code, record) for code, record in both if _differs(code, record)]
    return CodePlan(
        new=new,
        changed=changed,
        same=len(both) - len(changed),
        gone=sorted(set(known) - set(records)),
        moves=moves(read.scheme, _after(known, records)),
    )


def take_codes(*, read: CodeList, by: Actor) -> CodePlan:
    """Takes the list in and moves processes from replaced codes. Raises `DomainError("not-allowed")`."""
    require_may_curate(by)
    with transaction.atomic(), audited("catalogue.take_codes", by=by) as entry:
        plan = plan_codes(read)
        _save(read)
        move_processes(read.scheme, plan.moves)
        entry.facts = {
            "scheme": read.scheme,
            "version": read.version,
            "new": len(plan.new),
            "changed": len(plan.changed),
            "processes": len(plan.moves.clear),
        }
    return plan


def _save(read: CodeList) -> None:
    rows = [
        Code(scheme=read.scheme, code=record.code, version=read.version, **_told(record))
        for record in read.records
    ]
    Code.objects.bulk_create(
        rows,
        batch_size=1000,
        update_conflicts=True,
        unique_fields=["scheme", "code"],
        update_fields=[*TOLD, "version"],
    )


def _told(record: CodeRecord) -> dict[str, object]:
    facts = {name: getattr(record, name) for name in TOLD}
    return {**facts, "title": record.title[:500], "replaced_by": list(record.replaced_by)}


def _differs(code: Code, record: CodeRecord) -> bool:
    return any(getattr(code, name) != value for name, value in _told(record).items())


def _after(known: dict[str, Code], records: dict[str, CodeRecord]) -> dict[str, CodeRecord]:
    """All codes as they stand when the list is taken in."""
    kept = {
        code.code: CodeRecord(
            code.code, code.title, code.parent, "", code.valid_from, code.valid_to,
            tuple(code.replaced_by),
        )
        for code in known.values()
    }  # fmt: skip
    return {**kept, **records}
