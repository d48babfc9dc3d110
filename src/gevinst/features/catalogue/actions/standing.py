"""Keeps `Standing`, what lists sort and count by. Only rows that differ are written."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import Count

from gevinst.engines.reuse.effort import hours_a_year
from gevinst.engines.reuse.readiness import WEIGHTS, readiness
from gevinst.engines.reuse.suitability import suitability
from gevinst.features.catalogue.fields import LEVELS
from gevinst.features.catalogue.measured import measured
from gevinst.features.catalogue.models import (
    Adoption,
    BlockUse,
    Comment,
    Follow,
    Process,
    Standing,
)

BATCH = 1000
MOST_HOURS = Decimal("999999999999.99")  # what the column holds
EFFORT = ("minutes", "occurrences", "automatable")
OPENNESS = ("block_key", "repository_url", "documentation_url", *(set(WEIGHTS) - {"code"}))
# The fields that a standing follows from.
FOLLOWS = frozenset({*LEVELS, *EFFORT, *OPENNESS})
KEPT = tuple(
    field.name for field in Standing._meta.concrete_fields
    if field.name not in {"process", "refreshed_at"}
)  # fmt: skip

_waiting: ContextVar[list[int] | None] = ContextVar("catalogue_standing_waiting", default=None)


def refresh(process_ids: Collection[int]) -> int:
    """Counts the standing of these processes anew; how many differed from what was kept."""
    rows = Process.objects.filter(pk__in=process_ids).values("pk", *FOLLOWS)
    before = {one.pk: one for one in Standing.objects.filter(pk__in=process_ids)}
    counts, blocks = _counts(process_ids), _blocks(process_ids)
    changed = []
    for row in rows:
        key = row["pk"]
        facts = {**from_fields({"block_key": blocks.get(key, ""), **_filled(row)}), **counts[key]}
        if key not in before or any(getattr(before[key], name) != facts[name] for name in KEPT):
            changed.append(Standing(process_id=key, **facts))
    Standing.objects.bulk_create(
        changed,
        update_conflicts=True,
        unique_fields=["process"],
        update_fields=[*KEPT, "refreshed_at"],
    )
    return len(changed)


def refresh_all() -> int:
    """Counts every standing anew, batch by batch; how many differed."""
    differed, last = 0, 0
    while ids := _after(last):
        with transaction.atomic():
            differed += refresh(ids)
        last = ids[-1]
    return differed


@contextmanager
def all_at_once() -> Iterator[None]:
    """What is saved inside is counted at the end, in a few queries for all of it."""
    waiting: list[int] = []
    before = _waiting.set(waiting)
    try:
        yield
    finally:
        _waiting.reset(before)
    if waiting:
        refresh(waiting)


def refresh_fields(process: Process) -> None:
    """Brings the part up to date that follows from the process's own fields; counts stay as they are."""
    if (waiting := _waiting.get()) is not None:
        waiting.append(process.pk)
        return
    facts = from_fields({name: getattr(process, name) for name in FOLLOWS})
    if process.block_key == "" and BlockUse.objects.filter(process=process).exists():
        refresh([process.pk])
    elif not Standing.objects.filter(pk=process.pk).update(**facts):
        Standing.objects.create(process=process, **facts)


def from_fields(facts: dict[str, Any]) -> dict[str, Any]:
    """What follows from the fields: expected hours/year, suitability, readiness."""
    hours = hours_a_year(*(facts[name] for name in EFFORT))
    return {
        "hours_expected": None if hours is None else min(hours, MOST_HOURS),
        "suitability": suitability({name: facts[name] for name in LEVELS}).score,
        "readiness": readiness(facts).grade,
    }


def _counts(ids: Collection[int]) -> dict[int, dict[str, Any]]:
    shown = Comment.objects.filter(deleted_at=None, internal=False)
    known = measured(ids)
    counted = {
        "adopters": _by(Adoption, "source", ids, "process__authority"),
        "followers": _by(Follow, "process", ids, "pk"),
        "comments": _by(shown, "process", ids, "pk"),
    }
    return {
        key: {
            **{name: numbers.get(key, 0) for name, numbers in counted.items()},
            "hours_measured": known[key].hours if key in known else None,
            "amount_measured": known[key].amount if key in known else None,
        }
        for key in ids
    }


def _by(rows: Any, column: str, ids: Collection[int], what: str) -> dict[int, int]:
    found = getattr(rows, "objects", rows).filter(**{f"{column}__in": ids}).order_by()
    counted = found.values_list(column).annotate(number=Count(what, distinct=True))
    return dict(counted)


def _blocks(ids: Collection[int]) -> dict[int, str]:
    return dict(BlockUse.objects.filter(process__in=ids).values_list("process", "key"))


def _filled(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name != "block_key" or value}


def _after(last: int) -> list[int]:
    found = Process.objects.filter(pk__gt=last).order_by("pk")
    return list(found.values_list("pk", flat=True)[:BATCH])
