"""When to look again at what waits: on fixed days after the invoice's date, until waiting is given up."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

DAY = timedelta(days=1)


def looked_at_again(on: date, dated: date | None, parameters: Mapping[str, Any]) -> date:
    """The next day to control an item that waits on `on`, always after it.

    `recheck_days` is a schedule (`7,14,28`: days from the invoice's date; then the day on which waiting is
    given up, `give_up_days` + 1), or a whole number: so many days from `on`. Raises ValueError.

    >>> terms = {"recheck_days": "7,14,28", "give_up_days": 45}
    >>> looked_at_again(date(2026, 11, 2), date(2026, 10, 20), terms)
    datetime.date(2026, 11, 3)
    """
    given = parameters["recheck_days"]
    if isinstance(given, int):
        return on + timedelta(days=given)
    days = [*schedule(given), int(parameters["give_up_days"]) + 1]
    start = dated or on
    planned = sorted(start + timedelta(days=each) for each in days if each <= days[-1])
    return next((each for each in planned if each > on), on + DAY)


def schedule(text: str) -> list[int]:
    """The days of a schedule. Raises ValueError for anything but whole numbers above 0 with commas.

    >>> schedule("7, 14,28")
    [7, 14, 28]
    """
    days = [each.strip() for each in text.split(",")]
    if not all(each.isascii() and each.isdigit() and int(each) > 0 for each in days):
        raise ValueError(f"the parameter recheck_days is to be days as in 7,14,28, not {text!r}")
    return [int(each) for each in days]
