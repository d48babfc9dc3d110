"""Whether development and operation are funded: cost above what is committed, by year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Literal

from gevinst.engines.businesscase.notes import Note
from gevinst.engines.businesscase.sharing.lines import Line
from gevinst.engines.businesscase.sharing.split import sum_of
from gevinst.engines.businesscase.sharing.terms import Terms


def unfunded(lines: Sequence[Line], terms: Terms, first_year: int) -> Iterator[Note]:
    """Someone will build it and nobody will run it: worse than no funding at all."""
    if _gaps(lines, terms, first_year, "development"):
        return
    if gaps := _gaps(lines, terms, first_year, "operation"):
        yield Note(
            "operation-unfunded",
            f"Development is funded and operation is not in {told(gaps)}: find who pays before the start.",
            {"severity": "error", "missing": gaps},
        )


def _gaps(
    lines: Sequence[Line],
    terms: Terms,
    first_year: int,
    phase: Literal["development", "operation"],
) -> dict[int, Decimal]:
    """Cost (DKK) of the phase above what is committed, by calendar year."""
    costs = [line.amounts for line in lines if line.kind == "cost" and line.phase == phase]
    promised = [each.amounts for each in terms.commitments if each.phase == phase]
    missing = {}
    for number in range(max(map(len, costs), default=0)):
        asked = sum_of(row[number] for row in costs)
        given = sum_of(row[number] for row in promised if number < len(row))
        if asked > given:
            missing[first_year + number] = asked - given
    return missing


def told(years: dict[int, Decimal]) -> str:
    """The years in a row."""
    return ", ".join(map(str, years))
