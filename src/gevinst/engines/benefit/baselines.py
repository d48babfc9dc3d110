"""Which baseline holds for a robot on a day."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from gevinst.engines.benefit.rows import BaselineRow


class Baselines:
    """Which baseline holds for a robot on a day: the latest valid by then, of one day the last given."""

    def __init__(self, rows: Iterable[BaselineRow]) -> None:
        held: dict[tuple[str, str], list[BaselineRow]] = defaultdict(list)
        for row in rows:
            held[row.authority, row.robot].append(row)
        self._held = {key: sorted(v, key=lambda row: row.valid_from) for key, v in held.items()}
        self._days = {key: [row.valid_from for row in v] for key, v in self._held.items()}

    def on(self, authority: str, robot: str, day: date) -> BaselineRow | None:
        """The authority's own goes before one that names no authority."""
        for key in ((authority, robot), ("", robot)):
            place = bisect_right(self._days.get(key, []), day)
            if place:
                return self._held[key][place - 1]
        return None
