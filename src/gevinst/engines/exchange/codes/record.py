"""What a code list says: its codes, with the time that each holds, and what could not be read."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class CodeRecord:
    """A code; `valid_to` is the first day on which it no longer holds, `replaced_by` what took its place."""

    code: str
    title: str
    parent: str = ""
    description: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    replaced_by: tuple[str, ...] = ()

    def holds(self, on: date) -> bool:
        """Whether the code may be used on a day.

        >>> CodeRecord("00.01", "Styrelse", valid_to=date(2020, 1, 1)).holds(date(2019, 12, 31))
        True
        """
        begun = self.valid_from is None or self.valid_from <= on
        return begun and (self.valid_to is None or on < self.valid_to)


@dataclass(frozen=True, slots=True)
class Remark:
    """Something of a file that was left out: the element or column group, the line, why, and what was read.

    `code` is "bad-code", "bad-day" or "no-title".
    """

    where: str
    line: int
    code: str
    value: str


@dataclass(frozen=True, slots=True)
class CodeList:
    """The codes of a file in their order, each once; `version` is the day or name that the file states."""

    scheme: str
    version: str
    records: tuple[CodeRecord, ...]
    remarks: tuple[Remark, ...] = field(default=())
