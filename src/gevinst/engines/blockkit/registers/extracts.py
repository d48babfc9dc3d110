"""Which copy of a register was read, when it was taken, and when it is too old."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pyarrow as pa

from gevinst.engines.blockkit.contract import Extract, RegisterFault, RegisterSpec, Text
from gevinst.engines.blockkit.registers import formats
from gevinst.engines.blockkit.registers.faults import fault, shown
from gevinst.engines.blockkit.registers.places import Place
from gevinst.engines.blockkit.registers.source import Moment, Source

NOTES = "extracts.json"
SHORT = 12
Note = Mapping[str, Any]


def described(place: Place, kind: str) -> Moment:
    """What `extract:` says in `registers.yaml` for a source of that kind. Raises `RegisterFault`."""
    own = "query" if kind == "postgresql" else "file"
    if not place.is_mapping():
        return Moment(place.choice((own,)))
    allowed = ("column", "at") if own == "query" else ("name", "column", "at")
    given = place.record(allowed)
    if len(given) != 1:
        listed = ", ".join(allowed)
        raise place.fault(f"netop én ventet af {listed}", f"expected exactly one of {listed}")
    [(how, value)] = given.items()
    _check(how, value)
    return Moment(how, formats.pattern(value.text()) if how == "name" else value.text())


def _check(how: str, value: Place) -> None:
    try:
        if how == "name":
            formats.pattern(value.text())
        elif how == "at":
            datetime.fromisoformat(value.text())
    except ValueError as wrong:
        example = "_YYYYMMDD" if how == "name" else "2026-10-31T05:00"
        raise value.fault(f"ventet som {example}", f"expected as in {example}") from wrong


def taken(source: Source, name: str, natural: datetime) -> datetime | None:
    """When the extract was taken, where that is known without its rows; None where its name does not say.

    `natural` is the time of the file or of the query.
    """
    if source.moment.kind == "name":
        return _placed(formats.found_in(name, source.moment.detail), source)
    if source.moment.kind == "at":
        return _placed(datetime.fromisoformat(source.moment.detail), source)
    return natural


def taken_by_rows(spec: RegisterSpec, source: Source, column: pa.ChunkedArray) -> datetime:
    """The earliest time in the column that tells when its row was taken. Raises `RegisterFault`."""
    from pyarrow import compute

    name = source.moment.detail
    values = compute.drop_null(column)
    # Few distinct values, whatever the number of rows.
    texts = [str(each) for each in compute.unique(values).to_pylist()]
    times = [(_moment_in(text, source), text) for text in texts]
    wrong = [text for time, text in times if time is None]
    if wrong or not times:
        found = shown(spec, name, wrong[0]) if wrong else "–"
        raise fault(
            spec.name,
            f"{name} skal være udtrækkets tid, ikke {found}",
            f"{name} is to be the extract's time, not {found}",
        )
    return min(time for time, _ in times if time)


def _moment_in(text: str, source: Source) -> datetime | None:
    try:
        return _placed(datetime.fromisoformat(text), source)
    except ValueError:
        pass
    for each in source.dates:
        try:
            return _placed(datetime.strptime(text, each), source)  # noqa: DTZ007
        except ValueError:
            continue
    return None


def _placed(moment: datetime | None, source: Source) -> datetime | None:
    """A time without a zone is in the source's."""
    if moment is None or moment.tzinfo:
        return moment
    return moment.replace(tzinfo=source.zone)


def extract(
    spec: RegisterSpec, source: Source, note: Note, *, name: str, taken_at: datetime, sha256: str
) -> Extract:
    """The extract, with the id and source of its note where it has one."""
    days = spec.max_age_days if source.max_age_days is None else source.max_age_days
    at = taken_at if source.moment.kind else note.get("taken_at", taken_at)
    return Extract(
        id=str(note.get("id", f"{Path(name).stem}-{sha256[:SHORT]}")),
        taken_at=at,
        source=str(note.get("source", name)),
        sha256=sha256,
        stale_after=None if days is None else at + timedelta(days=days),
    )


def changed(file: Path) -> datetime:
    """The file's own time."""
    return datetime.fromtimestamp(file.stat().st_mtime, UTC)


def digest(file: Path) -> str:
    """SHA-256 of the file, read piece by piece."""
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def digest_of(table: pa.Table) -> str:
    """SHA-256 of the rows, however they came in batches."""
    hashed = hashlib.sha256(str(table.schema.remove_metadata()).encode())
    for batch in table.combine_chunks().to_batches():
        for column in batch.columns:
            for buffer in column.buffers():
                hashed.update(buffer or b"")
    return hashed.hexdigest()


def notes(folder: Path) -> dict[str, Note]:
    """What `extracts.json` in the folder says of each register. Raises `RegisterFault`."""
    file = folder / NOTES
    if not file.is_file():
        return {}
    try:
        read = json.loads(file.read_text(encoding="utf-8"))
        return {
            name: {**note, "taken_at": _in_utc(note["taken_at"])} for name, note in read.items()
        }
    except (ValueError, TypeError, KeyError, AttributeError) as wrong:
        raise RegisterFault(
            NOTES,
            Text(
                f"{NOTES} kan ikke læses: {wrong}. Ventet: register -> id, taken_at, source",
                f"{NOTES} cannot be read: {wrong}. Expected register -> id, taken_at, source",
            ),
        ) from wrong


def _in_utc(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
