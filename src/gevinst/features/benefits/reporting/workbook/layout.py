"""Where everything stands: sheets, rows and columns, so that every formula can point at it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from xlsxwriter.utility import xl_col_to_name

from gevinst.engines.businesscase.calculus.values import Values
from gevinst.engines.businesscase.figures.formula import parse
from gevinst.engines.businesscase.model.case import Case
from gevinst.features.benefits.reporting.workbook.names import READING, cell_names
from gevinst.features.benefits.reporting.workbook.sheets import Sheets, sheets

# Columns (counted from 0) of the sheet of assumptions, and where the years begin on every sheet.
NAME, TITLE, UNIT, VALUE, LOW, HIGH, GROWTH, STATUS, SOURCE = range(9)
YEARS: Final = 10
HEAD: Final = 3
FIRST_ROW: Final = HEAD + 1


@dataclass(frozen=True)
class Layout:
    """The places of a case's assumptions, lines and years."""

    case: Case
    sheets: Sheets
    names: Mapping[str, str]
    steady: Mapping[str, bool]

    @property
    def readings(self) -> tuple[str, ...]:
        """The readings in the order in which the chosen one counts them; "" is the case as it stands."""
        return ("", *self.case.readings)

    @property
    def perspectives(self) -> bool:
        """Whether some reading sees the case from some parties only."""
        return bool(self.case.perspective) or any(
            reading.perspective for reading in self.case.readings.values()
        )

    def column(self, t: int) -> str:
        """The letters of the column of a year, counted from 0."""
        return str(xl_col_to_name(YEARS + t))

    def row(self, number: int) -> int:
        """The row, as Excel counts it, of the nth assumption or line."""
        return FIRST_ROW + number + 1

    def assumption(self, name: str, t: int) -> str:
        """Where the value of an assumption in a year stands; a name where it is the same in all years.

        Raises `KeyError` for one that is not there.
        """
        if name == "year":
            return f"{self._at(self.sheets.assumptions)}{self.column(t)}${HEAD + 1}"
        if name == "t":
            first = f"${xl_col_to_name(YEARS)}${HEAD + 1}"
            return f"({self.assumption('year', t)}-{self._at(self.sheets.assumptions)}{first})"
        if self.steady[name]:
            return self.names[name]
        place = list(self.case.assumptions).index(name)
        return f"{self._at(self.sheets.assumptions)}{self.column(t)}${self.row(place)}"

    def cell(self, sheet: str, row: int, t: int) -> str:
        """A cell of another sheet in the column of a year; `row` as Excel counts it."""
        return f"{self._at(sheet)}{self.column(t)}${row}"

    def by_reading(self, values: list[str]) -> str:
        """What holds under the chosen reading; the plain value where all readings have the same."""
        if len(set(values)) == 1:
            return values[0]
        return f"CHOOSE({READING}+1,{','.join(values)})"

    def _at(self, sheet: str) -> str:
        return f"'{sheet}'!"


def layout(case: Case) -> Layout:
    """The places of everything in a case."""
    values = Values(case)
    steady = {name: _is_steady(values, name) for name in case.assumptions}
    return Layout(case, sheets(), cell_names(case.assumptions), steady)


def _is_steady(values: Values, name: str) -> bool:
    """Whether an assumption has one value for all years."""
    return values.steady(parse(name))
