"""A code that a file tells of twice: the one that still holds, else the one that was last to begin."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from gevinst.engines.exchange.codes.record import CodeRecord


def each_once(records: Iterable[CodeRecord]) -> list[CodeRecord]:
    """Each code once, in the order of the codes.

    >>> ended = CodeRecord("01", "Gammel", valid_to=date(2020, 1, 1))
    >>> [each.title for each in each_once([CodeRecord("01", "Ny"), ended])]
    ['Ny']
    """
    kept: dict[str, CodeRecord] = {}
    for record in records:
        before = kept.get(record.code)
        if before is None or _weight(record) > _weight(before):
            kept[record.code] = record
    return [kept[code] for code in sorted(kept)]


def _weight(record: CodeRecord) -> tuple[bool, date]:
    return record.valid_to is None, record.valid_from or date.min
