"""The lines of a report in words, problems first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from gevinst.features.catalogue.importing import wording
from gevinst.features.catalogue.models import ImportRun
from gevinst.features.catalogue.notices.values import shown

ORDER = {"refused": 0, "kept": 1, "changed": 2, "new": 3, "same": 4, "other": 5}
REMARKED = "remarks"  # the filter for records with something that was not understood


class Difference(NamedTuple):
    """A field: what stands here, and what the source has."""

    field: str
    before: str
    after: str


class Doubt(NamedTuple):
    """A value that was not taken as it stood."""

    place: str
    field: str
    value: str
    said: str


class Row(NamedTuple):
    """A record of the file and what becomes of it."""

    place: str
    source_id: str
    title: str
    authority: str
    outcome: str
    outcome_text: str
    kind: str
    reason: str
    process: int | None
    changes: list[Difference]
    conflicts: list[Difference]
    doubts: list[Doubt]


def rows(run: ImportRun, wanted: str = "") -> list[dict[str, Any]]:
    """The raw rows that a filter leaves, those with problems first, else in the order of the file."""
    every = [row for row in run.report.get("rows", []) if _fits(row, wanted)]
    return sorted(every, key=lambda row: (ORDER[row["outcome"]], "remarks" not in row))


def _fits(row: dict[str, Any], wanted: str) -> bool:
    return not wanted or row["outcome"] == wanted or (wanted == REMARKED and REMARKED in row)


def told(row: dict[str, Any]) -> Row:
    """A row in words."""
    return Row(
        place=wording.place(row.get("place", "")),
        source_id=row.get("id", ""),
        title=row.get("title", ""),
        authority=row.get("authority", ""),
        outcome=row["outcome"],
        outcome_text=str(wording.OUTCOMES[row["outcome"]]),
        kind=wording.KINDS[row["outcome"]],
        reason=wording.reason(row["reason"]) if row.get("reason") else "",
        process=row.get("process"),
        changes=_differences(row.get("changes", [])),
        conflicts=_differences(row.get("conflicts", [])),
        doubts=doubts(row.get("remarks", [])),
    )


def doubts(stated: list[list[str]]) -> list[Doubt]:
    """Remarks in words."""
    return [
        Doubt(wording.place(place), wording.field_name(field), value, wording.remark(what, done))
        for place, field, value, what, done in stated
    ]


def _differences(stated: list[list[Any]]) -> list[Difference]:
    return [
        Difference(wording.field_name(name), shown(name, before), shown(name, after))
        for name, before, after in stated
    ]


def lines(run: ImportRun) -> Iterator[list[object]]:
    """The report as rows of a file: one for each record, and one for each thing said of it."""
    for place, field, value, said in doubts(run.report.get("remarks", [])):
        yield [place, "", "", "", "", field, "", value, said]
    for row in map(told, rows(run)):
        head = [row.place, row.source_id, row.title, row.authority, row.outcome_text]
        yield [*head, "", "", "", row.reason]
        for one in row.changes:
            yield [*head, one.field, one.before, one.after, ""]
        for one in row.conflicts:
            yield [*head, one.field, one.before, one.after, str(wording.OUTCOMES["kept"])]
        for doubt in row.doubts:
            yield [*head, doubt.field, "", doubt.value, doubt.said]
