"""Printed figures that do not say whether they are of a year or to date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from gevinst.engines.businesscase.calculus.result import Result
from gevinst.engines.businesscase.checks.codes import note
from gevinst.engines.businesscase.checks.figures import PER_YEAR, near
from gevinst.engines.businesscase.notes import Note

TO_DATE = re.compile(r"since|to date|total|cumulative|i alt|siden", re.IGNORECASE)
PERIODS = {"year", "month", "week", "day", "hour", "år", "måned", "uge", "dag", "time", "date"}


def year_or_to_date(result: Result) -> Iterator[Note]:
    """Two values of nearly one size, one a year's and one since the start (trap 6)."""
    known = [
        *(
            (each.title or name, each.unit, each.value)
            for name, each in result.case.assumptions.items()
        ),
        *((each.title, each.unit, each.value) for each in result.case.published),
    ]
    for (one, unit, value), (other, other_unit, compared) in combinations(known, 2):
        if not isinstance(value, Decimal) or not isinstance(compared, Decimal) or not value:
            continue
        per_year = [bool(PER_YEAR.search(each)) for each in (unit, other_unit)]
        to_date = [bool(TO_DATE.search(each)) for each in (unit, other_unit)]
        if any(per_year) and any(to_date) and per_year != to_date and near(value, compared):
            yield note(
                "year-or-to-date",
                f"{one} ({value} {unit}) and {other} ({compared} {other_unit}) are nearly one size.",
                f"{one} ({value} {unit}) og {other} ({compared} {other_unit}) er næsten lige store.",
                values=(one, other),
            )
