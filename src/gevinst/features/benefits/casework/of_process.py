"""What is known of a process, as answers of the guided questions."""

from __future__ import annotations

from decimal import Decimal

from gevinst.features.benefits.casework.guided import completed
from gevinst.features.benefits.casework.guided_lines import TITLES
from gevinst.features.benefits.casework.guided_work import named
from gevinst.features.benefits.casework.paths import Data


def of_process(
    data: Data, *, minutes: Decimal, after: Decimal | None, rate: Decimal, items: int, source: str
) -> Data:
    """The values with what is known of a process: items a year, minutes by hand and after, DKK an hour."""
    measured = {"status": "measured", "evidence": "B", "source": source}
    answers = {
        "volume": Decimal(items) if items else None,
        "minutes_before": minutes,
        "minutes_after": after,
        "hourly_cost": rate,
    }
    given = {**data, "assumptions": dict(named(data))}
    for name, value in answers.items():
        if value is not None:
            given["assumptions"][name] = {"value": value, **TITLES[name](), **measured}
    return completed(given, data)
