"""From a code that was replaced to the codes that hold today."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from gevinst.engines.exchange.codes.record import CodeRecord


def successors(code: str, records: Mapping[str, CodeRecord], on: date) -> tuple[str, ...]:
    """The codes to use instead of `code` on a day, itself while it holds; () when nothing took its place.

    >>> known = {"01": CodeRecord("01", "Gammel", valid_to=date(2020, 1, 1), replaced_by=("02",)),
    ...          "02": CodeRecord("02", "Ny")}
    >>> successors("01", known, date(2026, 1, 1))
    ('02',)
    """
    found: list[str] = []
    waiting, seen = [code], {code}
    while waiting:
        record = records.get(waiting.pop(0))
        if record is None:
            continue
        if record.holds(on):
            found.append(record.code)
            continue
        fresh = [each for each in record.replaced_by if each not in seen]
        seen.update(fresh)
        waiting += fresh
    return tuple(found)
