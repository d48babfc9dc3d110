"""The extract of a register: when it was taken, how old it is, and whether it is too old."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from gevinst.engines.blockkit.contract import Extract, Text
from gevinst.engines.blockkit.registers.checks.remarks import RegisterRemark, RemarkLevel
from gevinst.engines.blockkit.registers.source import COPENHAGEN


def copies(register: str, extract: Extract, on: date) -> Iterator[RegisterRemark]:
    """Remarks on the copy, seen on the day `on`; `count` is its age in days.

    It is stale on the first day after the one on which it became too old.
    """
    taken = _local(extract.taken_at)
    age = (on - taken.date()).days
    at = f"{taken:%Y-%m-%d %H:%M}"
    said = Text(
        f"Udtrukket {at} af {extract.source}, {_days(age, 'dag', 'dage')} gammelt.",
        f"Taken {at} from {extract.source}, {_days(age, 'day', 'days')} old.",
    )
    yield RegisterRemark(register, "extract", RemarkLevel.INFO, said, age, (extract.id,))
    if age < 0:
        said = Text(f"Udtrækket er fra fremtiden: {at}.", f"The extract is of the future: {at}.")
        yield RegisterRemark(register, "future-extract", RemarkLevel.WARNING, said, age)
    if extract.stale_after is not None and _local(extract.stale_after).date() < on:
        until = f"{_local(extract.stale_after):%Y-%m-%d}"
        said = Text(
            f"Udtrækket er forældet; det gjaldt til og med {until}. Hent et nyt.",
            f"The extract is stale; it held until and including {until}. Take a new one.",
        )
        yield RegisterRemark(register, "stale", RemarkLevel.ERROR, said, age)


def _local(moment: datetime) -> datetime:
    return moment.astimezone(COPENHAGEN)


def _days(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
