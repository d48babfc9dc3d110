"""One row of a table: its cells as text, counts, numbers and days, and the fault of its line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from gevinst.engines.money import parse

_THOUSANDS = re.compile(r"\d{1,3}(\.\d{3})+")
DENMARK = ZoneInfo("Europe/Copenhagen")
DAYS = ("%d-%m-%Y", "%d.%m.%Y", "%d/%m/%Y")


class LogFault(ValueError):
    """A file that cannot be read: which file, which line, and what was expected."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a file; names of columns are compared without case, spaces and underscores."""

    file: str
    line: int
    cells: Mapping[str, object]

    def fault(self, message: str) -> LogFault:
        """The fault to raise about this line."""
        return LogFault(f"{self.file}, line {self.line}: {message}")

    def raw(self, names: Iterable[str]) -> object:
        """The first of the columns that has something in it; "" where none has."""
        for name in names:
            value = self.cells.get(folded(name))
            if value is not None and value != "":
                return value
        return ""

    def text(self, *names: str) -> str:
        """The text of the first such column."""
        return str(self.raw(names)).strip()

    def needed(self, *names: str) -> str:
        """As `text`. Raises `LogFault` where there is none."""
        found = self.text(*names)
        if not found:
            raise self.fault(f"expected a value in the column {names[0]}")
        return found

    def count(self, *names: str) -> int:
        """A whole number of 0 or more; 0 where the cell is empty. Raises `LogFault`."""
        told = self.text(*names) or "0"
        if _THOUSANDS.fullmatch(told):  # a count has no decimals
            return int(told.replace(".", ""))
        number = self.decimal(*names) or Decimal(0)
        if number != int(number) or number < 0:
            raise self.fault(f"expected a whole number in {names[0]}, found {told!r}")
        return int(number)

    def decimal(self, *names: str) -> Decimal | None:
        """A number, `12.5` or `12,5`; None where the cell is empty. Raises `LogFault`."""
        told = self.text(*names)
        if not told:
            return None
        try:
            return parse(told)
        except ValueError as fault:
            message = f"expected a number in {names[0]}, found {told!r}"
            raise self.fault(message) from fault

    def day(self, *names: str) -> date | None:
        """The day in Denmark, of a date or a moment; None where the cell is empty. Raises `LogFault`."""
        value = self.raw(names)
        if isinstance(value, datetime):
            return _danish(value)
        if isinstance(value, date):
            return value
        told = str(value).strip()
        if not told:
            return None
        for read in (_iso, _written):
            if (found := read(told)) is not None:
                return found
        raise self.fault(f"expected a date like 2026-11-30 in {names[0]}, found {told!r}")


def folded(name: str) -> str:
    """A column's name as it is compared."""
    return name.lower().replace(" ", "").replace("_", "").replace("-", "")


def _danish(moment: datetime) -> date:
    return moment.astimezone(DENMARK).date() if moment.tzinfo else moment.date()


def _iso(told: str) -> date | None:
    try:
        return _danish(datetime.fromisoformat(told))
    except ValueError:
        return None


def _written(told: str) -> date | None:
    for form in DAYS:
        try:
            return datetime.strptime(told.split(maxsplit=1)[0], form).replace(tzinfo=UTC).date()
        except ValueError:
            continue
    return None
