"""Days as files write them: ISO, Danish, milliseconds since 1970, and cells of a spreadsheet."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
_DANISH = re.compile(r"(\d{1,2})[-./ ](\d{1,2})[-./ ](\d{4}|\d{2})(?:[ T].*)?\Z")
_OFFSET = re.compile(r"([+-]\d\d)(\d\d)\Z")
_MILLISECONDS = 100_000_000  # anything greater than this is no serial day of a spreadsheet
_FIRST_SERIAL, _LAST_SERIAL = 20_000, 80_000  # 1954 to 2119


def day(raw: object) -> date | None:
    """The day that is meant, by Danish time; None for nothing. Raises ValueError.

    A moment counts as the day that it falls on in Denmark: midnight of 1 June is 22:00 UTC the day before.

    >>> day("2023-05-31T22:00:00.000+0000"), day("01/02/2023"), day(1685570400000)
    (datetime.date(2023, 6, 1), datetime.date(2023, 2, 1), datetime.date(2023, 6, 1))
    """
    if isinstance(raw, datetime):
        return _danish(raw)
    if isinstance(raw, date):
        return raw
    if isinstance(raw, bool):
        raise ValueError("not-a-day")
    if isinstance(raw, (int, float)):
        return _counted(raw)
    text = str(raw or "").strip()
    return _written(text) if text else None


def _written(text: str) -> date:
    if text.isdigit() and len(text) > len("20230601"):
        return _counted(int(text))
    if found := _DANISH.match(text):
        number, month, year = map(int, found.groups())
        return _checked(lambda: date(year if year > 99 else 2000 + year, month, number))  # noqa: PLR2004
    return _checked(lambda: _danish(datetime.fromisoformat(_OFFSET.sub(r"\1:\2", text))))


def _counted(number: float) -> date:
    """Milliseconds since 1970, or days as a spreadsheet counts them."""
    if abs(number) >= _MILLISECONDS:
        return _checked(lambda: _danish(datetime.fromtimestamp(number / 1000, UTC)))
    if _FIRST_SERIAL <= number <= _LAST_SERIAL:
        return date(1899, 12, 30) + timedelta(days=int(number))
    raise ValueError("not-a-day")


def _danish(moment: datetime) -> date:
    return moment.date() if moment.tzinfo is None else moment.astimezone(COPENHAGEN).date()


def _checked(make) -> date:  # type: ignore[no-untyped-def]
    try:
        found: date = make()
    except (ValueError, OverflowError, OSError) as fault:
        raise ValueError("not-a-day") from fault
    return found
