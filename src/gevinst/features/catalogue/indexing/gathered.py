"""What hangs on some processes, read from the database in a few queries for all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import QuerySet

from gevinst.features.accounts import queries as accounts
from gevinst.features.catalogue.models import (
    Attachment,
    BlockUse,
    Code,
    CoEditor,
    Comment,
    ItSystem,
    LegalClause,
    Process,
    Standing,
    Technology,
)

Lines = dict[int, list[str]]


@dataclass(slots=True)
class Names:
    """What ids and codes are called."""

    systems: dict[int, str] = field(default_factory=dict)
    technologies: dict[int, str] = field(default_factory=dict)
    units: dict[int, str] = field(default_factory=dict)
    codes: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Gathered:
    """Rows of processes, and by the id of each what hangs on it. `files` and `comments` by (internal, id)."""

    rows: list[Process]
    names: Names
    standings: dict[int, Standing]
    clauses: Lines
    blocks: Lines
    co_editors: dict[int, list[int]]
    files: dict[tuple[bool, int], list[str]]
    comments: dict[tuple[bool, int], list[str]]


def gathered(ids: Collection[int]) -> Gathered:
    """Everything that search reads of the processes with these ids; of those that are gone, nothing."""
    said = Comment.objects.filter(process__in=ids, deleted_at=None, withheld=False)
    found = Process.objects.filter(pk__in=ids).select_related("authority").defer("search")
    rows = list(found.order_by("pk"))
    return Gathered(
        rows=rows,
        names=_names(rows),
        standings=Standing.objects.in_bulk(list(ids)),
        clauses=_lines(LegalClause.objects.filter(process__in=ids), "text"),
        blocks=_lines(BlockUse.objects.filter(process__in=ids), "key", "note"),
        co_editors=_editors(ids),
        files=_by_openness(
            Attachment.objects.filter(process__in=ids), "filename", "description", "text"
        ),
        comments=_by_openness(said, "text"),
    )


def _names(rows: list[Process]) -> Names:
    systems = _all(row.systems_today + row.systems_used for row in rows)
    technologies = _all(row.technologies for row in rows)
    units = _all(row.units for row in rows)
    codes = _all(row.kle + row.form + row.kla for row in rows)
    known = ItSystem.objects.filter(pk__in=systems).values_list("pk", "label", "vendor")
    titles = Code.objects.filter(code__in=codes).values_list("code", "title")
    made = Technology.objects.filter(pk__in=technologies).values_list("pk", "label")
    return Names(
        systems={pk: f"{label} {vendor}".strip() for pk, label, vendor in known} if systems else {},
        technologies=dict(made) if technologies else {},
        units=accounts.unit_names(units) if units else {},
        codes=dict(titles) if codes else {},
    )


def _all(groups: Iterable[list[Any]]) -> set[Any]:
    return {one for group in groups for one in group}


def _lines(rows: QuerySet[Any], *columns: str) -> Lines:
    lines: Lines = defaultdict(list)
    for process_id, *texts in rows.order_by("pk").values_list("process_id", *columns):
        lines[process_id].append(" ".join(text for text in texts if text))
    return lines


def _editors(ids: Collection[int]) -> dict[int, list[int]]:
    editors: dict[int, list[int]] = defaultdict(list)
    found = CoEditor.objects.filter(process__in=ids).order_by("user_id")
    for process_id, user_id in found.values_list("process_id", "user_id"):
        editors[process_id].append(user_id)
    return editors


def _by_openness(rows: QuerySet[Any], *columns: str) -> dict[tuple[bool, int], list[str]]:
    """The texts by (internal, process)."""
    texts: dict[tuple[bool, int], list[str]] = defaultdict(list)
    for process_id, internal, *parts in rows.order_by("pk").values_list(
        "process_id", "internal", *columns
    ):
        texts[internal, process_id].append(" ".join(part for part in parts if part))
    return texts
