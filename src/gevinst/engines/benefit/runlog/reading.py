"""A log into runs: a day log line by line, a log of items counted by robot and day."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from pathlib import Path

from gevinst.engines.benefit.rows import RunRow
from gevinst.engines.benefit.runlog.items import counted
from gevinst.engines.benefit.runlog.makes import AUTHORITY, MAKES, ROBOT, make_of
from gevinst.engines.benefit.runlog.table_row import LogFault, Row
from gevinst.engines.benefit.runlog.tables import rows

DAY = ("date", "dato", "on", "day", "dag")
ITEMS = ("items", "sager", "received", "modtaget")
UNTOUCHED = ("untouched", "uberørt", "uberørte", "urørt", "done")
EXCEPTIONS = ("exceptions", "undtagelser")
MINUTES = ("exceptionminutes", "undtagelsesminutter", "minutter")
Progress = Callable[[int], None]


def read_runs(
    path: Path, *, make: str = "", authority: str = "", progress: Progress = lambda more: None
) -> Iterator[RunRow]:
    """The runs of a log, a robot and day each; `make` "" finds out by the columns.

    `authority` stands for lines that name none; `progress` is told of every thousand lines or so.
    Raises `LogFault` for a line that cannot be read, `OSError` for a file that cannot be opened.
    """
    lines = _told(rows(path), progress)
    first = next(lines, None)
    if first is None:
        raise LogFault(f"{path.name}: the log has no line")
    every = chain([first], lines)
    kind = make or make_of(first.cells)
    if kind and kind != "day":
        return iter(counted(every, MAKES[kind], authority))
    return (_day(row, authority) for row in every)


def _told(lines: Iterable[Row], progress: Progress) -> Iterator[Row]:
    number = 0
    for number, row in enumerate(lines, 1):
        if number % 1000 == 0:
            progress(1000)
        yield row
    progress(number % 1000)


def _day(row: Row, authority: str) -> RunRow:
    on = row.day(*DAY)
    if on is None:
        raise row.fault("expected a date in the column date")
    untouched, exceptions = row.count(*UNTOUCHED), row.count(*EXCEPTIONS)
    try:
        return RunRow(
            authority=row.text(*AUTHORITY) or authority,
            robot=row.needed(*ROBOT),
            on=on,
            items=row.count(*ITEMS) if row.text(*ITEMS) else untouched + exceptions,
            untouched=untouched,
            exceptions=exceptions,
            exception_minutes=row.decimal(*MINUTES),
        )
    except LogFault:
        raise
    except ValueError as fault:
        raise row.fault(str(fault)) from fault
