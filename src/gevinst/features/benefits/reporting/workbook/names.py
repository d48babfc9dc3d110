"""Names of cells: those of the assumptions, where Excel does not take them for something else."""

from __future__ import annotations

import re
from collections.abc import Iterable

READING = "laesning"
# What Excel reads as a cell (A1, R1C1) or as true and false.
_CELL = re.compile(r"^([a-z]{1,3}\d+|r\d*(c\d*)?|c\d*|true|false)$", re.IGNORECASE)


def cell_names(assumptions: Iterable[str]) -> dict[str, str]:
    """Assumption -> the name of its cell: its own, with v_ before one that Excel would misread.

    Excel does not tell capitals from small letters, so that a second one of a name gets a number.

    >>> cell_names(["minutes", "a1", "Minutes", "r"])
    {'minutes': 'minutes', 'a1': 'v_a1', 'Minutes': 'Minutes_2', 'r': 'v_r'}
    """
    taken, found = {READING}, {}
    for name in assumptions:
        plain = f"v_{name}" if _CELL.match(name) else name
        chosen, number = plain, 1
        while chosen.lower() in taken:
            number += 1
            chosen = f"{plain}_{number}"
        taken.add(chosen.lower())
        found[name] = chosen
    return found
