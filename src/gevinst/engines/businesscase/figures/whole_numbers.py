"""Every whole number that makes a formula meet the figure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gevinst.engines.businesscase.figures.formula import Formula
from gevinst.engines.businesscase.figures.interval import Interval
from gevinst.engines.businesscase.figures.published import Published
from gevinst.engines.businesscase.figures.solution import solution_note
from gevinst.engines.businesscase.figures.unknown import check_unknown, meets_print
from gevinst.engines.businesscase.notes import Note

_MOST_INTEGERS = 100_000


def integers(
    formula: Formula,
    unknown: str,
    known: Mapping[str, Any],
    target: Published | Interval,
    among: range,
    *,
    intervals: Mapping[str, Interval] | None = None,
) -> tuple[list[int], Note | None]:
    """Every whole number for which the formula meets the figure, and a note unless there is just one.

    Raises: ValueError for a range of more than 100,000 or a name the formula does not have.

    >>> from decimal import Decimal
    >>> from gevinst.engines.businesscase.figures.formula import parse
    >>> hours = {"hours": Decimal("2792.3133333")}
    >>> integers(parse("hours/n"), "n", hours, Published(Decimal("68.1"), 1), range(30, 51))
    ([41], None)
    """
    check_unknown(formula, unknown, None)
    if len(among) > _MOST_INTEGERS:
        raise ValueError(f"{len(among)} whole numbers to try; expected at most {_MOST_INTEGERS}")
    printed = target.interval() if isinstance(target, Published) else target
    found = [
        n for n in among if meets_print(formula, {**known, unknown: n}, intervals or {}, printed)
    ]
    return found, solution_note(unknown, [str(n) for n in found])
