"""A log of items counted by robot and day, a line met twice counted once."""

from __future__ import annotations

from collections.abc import Iterable

from gevinst.engines.benefit.rows import RunRow
from gevinst.engines.benefit.runlog.make_terms import Make, Said
from gevinst.engines.benefit.runlog.makes import AUTHORITY, said
from gevinst.engines.benefit.runlog.table_row import Row


def counted(lines: Iterable[Row], make: Make, authority: str) -> list[RunRow]:
    """One run a robot and day; a line with an identity that was met before is left out."""
    counts: dict[tuple[str, str, object], list[int]] = {}
    met: set[tuple[str, str]] = set()
    for row in lines:
        what = said(make, row)
        identity = row.text(*make.identity)
        place = row.text(*AUTHORITY) or authority
        if what is Said.SKIP or (identity and (place, identity) in met):
            continue
        met.add((place, identity))
        on = row.day(*make.when)
        if on is None:
            raise row.fault(f"expected a time in the column {make.when[0]}")
        held = counts.setdefault((place, row.needed(*make.robot), on), [0, 0])
        held[what is Said.EXCEPTION] += 1
    found = sorted(counts.items(), key=lambda pair: tuple(map(str, pair[0])))
    return [
        RunRow(place, robot, on, untouched + exceptions, untouched, exceptions)  # type: ignore[arg-type]
        for (place, robot, on), (untouched, exceptions) in found
    ]
