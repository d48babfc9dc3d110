"""Where one register comes from, as `registers.yaml` tells it, and how its values are written there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
ISO = ("%Y-%m-%d", "%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M:%S")
COMMA = ","


@dataclass(frozen=True, slots=True)
class Query:
    """A question to a PostgreSQL: `connection` is the name under which the host knows its address."""

    connection: str
    sql: str
    timeout_seconds: int = 300


@dataclass(frozen=True, slots=True)
class Moment:
    """How to know when an extract was taken: `kind` is `file`, `query`, `name`, `column` or `at`.

    `detail` is the pattern in the file's name, the column, or the time itself; `kind` is "" where the
    source itself says it best: the time of the file or of the query, or a note beside it.
    """

    kind: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """One register's source. `described` is False for a file that no `registers.yaml` tells of.

    `columns` maps the block's name of a column to the source's; `values` a column's value there to the
    block's (None: unknown); `digits` gives the number of digits of columns that are only digits.
    """

    kind: str
    pattern: str = ""
    delimiter: str = ""
    encoding: str = "utf-8"
    decimal: str = "."
    dates: tuple[str, ...] = ()
    sheet: str = ""
    header_row: int = 1
    columns: Mapping[str, str] = field(default_factory=dict)
    constants: Mapping[str, str | None] = field(default_factory=dict)
    values: Mapping[str, Mapping[str, str | None]] = field(default_factory=dict)
    keep_unlisted: frozenset[str] = frozenset()
    digits: Mapping[str, int] = field(default_factory=dict)
    moment: Moment = Moment()
    max_age_days: int | None = None
    query: Query | None = None
    zone: ZoneInfo = COPENHAGEN
    described: bool = True

    def named(self, column: str) -> str:
        """What the source calls the block's `column`."""
        return self.columns.get(column, column)

    @property
    def date_formats(self) -> tuple[str, ...]:
        """The formats that a date in text may have; ISO 8601 always goes."""
        return tuple(dict.fromkeys((*self.dates, *ISO)))
