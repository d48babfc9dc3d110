"""What hangs on a process and is written with it: its legal clauses and its co-editors."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError

from gevinst.features.catalogue.models import CoEditor, LegalClause, Process
from gevinst.shared.actor import Actor
from gevinst.shared.errors import DomainError

Related = dict[str, tuple[Any, Any]]
Clause = dict[str, Any]


def save_related(process: Process, facts: dict[str, Any], by: Actor) -> Related:
    """Replaces the lists that are given; what differs by name as (before, after)."""
    changed: Related = {}
    for name, value in facts.items():
        before, after = WRITERS[name](process, value, by)
        if before != after:
            changed[name] = (before, after)
    return changed


def _clauses(process: Process, wanted: list[Clause], by: Actor) -> tuple[list[str], list[str]]:
    """Clauses by their text; one that stays keeps the day on which it was verified unless that is stated."""
    known = {clause.text: clause for clause in process.legal_clauses.all()}
    before = sorted(_told(clause) for clause in known.values())
    kept: list[str] = []
    after: list[str] = []
    for each in {each["text"]: each for each in wanted}.values():  # said twice, it stands once
        clause = known.get(each["text"]) or LegalClause(process=process, text=each["text"])
        verified = each.get("verified_on", clause.verified_on)
        if verified != clause.verified_on:
            clause.verified_on, clause.verified_by_id = verified, by.user_id
        clause.url = each.get("url", clause.url)
        _validated(clause).save()
        kept.append(clause.text)
        after.append(_told(clause))
    process.legal_clauses.exclude(text__in=kept).delete()
    return before, sorted(after)


def _told(clause: LegalClause) -> str:
    """The clause with the day it was verified and its address: a change of them is one too."""
    day = clause.verified_on.isoformat() if clause.verified_on else ""
    return " · ".join(part for part in (clause.text, day, clause.url) if part)


def _validated(clause: LegalClause) -> LegalClause:
    try:
        clause.clean_fields()
    except ValidationError as fault:
        message = "; ".join(fault.messages)
        raise DomainError("invalid", message, fields=["legal_clauses"]) from fault
    return clause


def _co_editors(process: Process, wanted: list[int], by: Actor) -> tuple[list[int], list[int]]:
    before = set(process.co_editors.values_list("user_id", flat=True))
    process.co_editors.exclude(user_id__in=wanted).delete()
    for user_id in sorted(set(wanted) - before):
        CoEditor.objects.create(process=process, user_id=user_id)
    return sorted(before), sorted(set(wanted))


WRITERS: dict[str, Callable[[Process, Any, Actor], tuple[list[Any], list[Any]]]] = {
    "legal_clauses": _clauses,
    "co_editors": _co_editors,
}
