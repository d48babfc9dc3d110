"""Every distinct string of a batch once, by number; what was worked out of a string is kept beside it."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gevinst.engines.conformance.xpath.numerals import Numbers, small

Ids = NDArray[np.int64]
EMPTY = 0
UNKNOWN, NONE = -1, -2
SPACE = " \t\r\n"
DECIMAL = re.compile(r"([+-]?)(?:([0-9]+)(?:\.([0-9]*))?|\.([0-9]+))")
DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:Z|[+-][0-9]{2}:[0-9]{2})?")


class Pool:
    """Strings by number; number 0 is the empty string."""

    __slots__ = ("_decimals", "_kept", "_known", "strings")

    def __init__(self) -> None:
        self.strings: list[str] = [""]
        self._known: dict[str, int] = {"": EMPTY}
        self._kept: dict[Hashable, NDArray[np.int64]] = {}
        self._decimals: list[tuple[int, int]] = []

    def id(self, text: str) -> int:
        """The number of `text`, a new one where it is new."""
        found = self._known.get(text)
        if found is None:
            found = self._known[text] = len(self.strings)
            self.strings.append(text)
        return found

    def ids(self, texts: Iterable[str]) -> Ids:
        """The numbers of many texts."""
        known, strings = self._known, self.strings
        found: list[int] = []
        for text in texts:
            at = known.get(text)
            if at is None:
                at = known[text] = len(strings)
                strings.append(text)
            found.append(at)
        return np.array(found, dtype=np.int64)

    def texts(self, ids: Ids) -> list[str]:
        """The strings of these numbers."""
        strings = self.strings
        return [strings[at] for at in ids.tolist()]

    def worked(self, key: Hashable, work: Callable[[str], int], ids: Ids) -> NDArray[np.int64]:
        """`work` of every string, each distinct one worked out once for as long as the pool lives.

        `work` gives a number that is not -1; `key` names it.
        """
        kept = self._kept.get(key)
        if kept is None or len(kept) < len(self.strings):
            kept = self._grown(key, kept)
        found = kept[ids]
        missing = found == UNKNOWN
        if missing.any():
            for at in set(ids[missing].tolist()):
                kept[at] = work(self.strings[at])
            found = kept[ids]
        return found

    def _grown(self, key: Hashable, kept: NDArray[np.int64] | None) -> NDArray[np.int64]:
        wider = np.full(len(self.strings) * 5 // 4 + 64, UNKNOWN, dtype=np.int64)
        if kept is not None:
            wider[: len(kept)] = kept
        self._kept[key] = wider
        return wider

    def changed(self, key: Hashable, change: Callable[[str], str], ids: Ids) -> Ids:
        """A string for every string."""
        return self.worked(key, lambda text: self.id(change(text)), ids)

    def holds(self, key: Hashable, test: Callable[[str], bool], ids: Ids) -> NDArray[np.bool_]:
        """A truth for every string."""
        return self.worked(key, lambda text: int(test(text)), ids) > 0

    def numbers(self, ids: Ids) -> tuple[NDArray[np.bool_], Numbers]:
        """Which of the strings are decimals, and those as numbers."""
        at = self.worked("xs:decimal", self._decimal, ids)
        is_number = at >= 0
        if not is_number.all():
            at = at[is_number]
        values, scales = self._columns()
        scale = scales[at]
        most = int(scale.max()) if len(scale) else 0
        return is_number, Numbers(_raised(values[at], most - scale), most)

    def _columns(self) -> tuple[NDArray[Any], NDArray[np.int64]]:
        have = self._kept.get("columns")
        values = self._kept.get("values")
        if have is None or values is None or len(have) < len(self._decimals):
            whole = np.array([value for value, _ in self._decimals], dtype=object)
            values = self._kept["values"] = small(whole) if len(whole) else whole.astype(np.int64)
            have = np.array([scale for _, scale in self._decimals], dtype=np.int64)
            self._kept["columns"] = have
        return values, have

    def _decimal(self, text: str) -> int:
        match = DECIMAL.fullmatch(text.strip(SPACE))
        if match is None:
            return NONE
        sign, whole, part, bare = match.groups()
        part = part or bare or ""
        self._decimals.append((int(sign + (whole or "") + part), len(part)))
        return len(self._decimals) - 1

    def dates(self, ids: Ids) -> tuple[NDArray[np.bool_], NDArray[np.int64]]:
        """Which of the strings are dates, and those as days."""
        days = self.worked("xs:date", day_of, ids)
        return days >= 0, days[days >= 0]


def _raised(values: NDArray[Any], by: NDArray[np.int64]) -> NDArray[Any]:
    """Each value times ten to the power of its own."""
    if not by.any():
        return values
    most = int(by.max())
    factors = np.array([10**power for power in range(most + 1)], dtype=object)
    if values.dtype == object or most > 18 or _peak(values) * 10**most >= 2**62:  # noqa: PLR2004
        return small(values.astype(object) * factors[by])
    return values * factors.astype(np.int64)[by]


def _peak(values: NDArray[Any]) -> int:
    return int(np.abs(values).max())


def day_of(text: str) -> int:
    """The proleptic day of an ISO date, a time zone allowed; -2 where there is no such day.

    >>> day_of("2026-11-02") - day_of("2026-11-01Z")
    1
    """
    match = DATE.fullmatch(text.strip(SPACE))
    if match is None:
        return NONE
    try:
        return date(int(match[1]), int(match[2]), int(match[3])).toordinal()
    except ValueError:
        return NONE
