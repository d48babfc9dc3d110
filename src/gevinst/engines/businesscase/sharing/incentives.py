"""Whether everyone who must do the work has a reason to: the checks of a sharing, as notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from gevinst.engines.businesscase.notes import Note
from gevinst.engines.businesscase.sharing.lines import Line
from gevinst.engines.businesscase.sharing.split import Split, sum_of


@dataclass(frozen=True, slots=True)
class Commitment:
    """What a party has promised to pay in a phase, DKK a year from the first year of the horizon."""

    party: str
    phase: Literal["development", "operation"]
    amounts: tuple[Decimal, ...]


@dataclass(frozen=True, slots=True)
class Terms:
    """What is agreed before the start.

    `operating`: who runs it; `operation_from`: the calendar year of go-live; `agreed_payers`: who has
    agreed to pay after it; `temporary`: funds that are to leave; `quality_indicators`: how many
    measures of quality, security or service are followed.
    """

    operating: frozenset[str]
    operation_from: int
    commitments: tuple[Commitment, ...] = ()
    agreed_payers: frozenset[str] = frozenset()
    temporary: frozenset[str] = frozenset()
    quality_indicators: int = 0


def incentive_notes(split: Split, lines: Sequence[Line], terms: Terms) -> tuple[Note, ...]:
    """Every check that fails; `facts["severity"]` is `error` or `warning`.

    Codes: `operating-party-loses`, `operation-unfunded` (error), `no-agreement-after-go-live`,
    `no-exit-date`, `savings-hide-quality`. Raises: ValueError for an operating party that takes no part.
    Source: KL/Deloitte case analysis, September 2022, on financing.
    """
    checks = (
        _losses(split, terms),
        _unfunded(lines, terms, split.first_year),
        _not_agreed(split, terms),
        _no_exit(split, terms),
        _only_savings(lines, terms),
    )
    return tuple(note for found in checks for note in found)


def _losses(split: Split, terms: Terms) -> Iterator[Note]:
    for party in sorted(terms.operating):
        net = split.perspective([party])
        years = {
            split.first_year + number: amount
            for number, amount in enumerate(net)
            if amount < 0 and split.first_year + number >= terms.operation_from
        }
        if years:
            yield Note(
                "operating-party-loses",
                f"{party} runs it and loses by it in {_told(years)}: share the benefit or the cost anew.",
                {"severity": "warning", "party": party, "net": years},
            )


def _unfunded(lines: Sequence[Line], terms: Terms, first_year: int) -> Iterator[Note]:
    """Someone will build it and nobody will run it: worse than no funding at all."""
    if _gaps(lines, terms, first_year, "development"):
        return
    if gaps := _gaps(lines, terms, first_year, "operation"):
        yield Note(
            "operation-unfunded",
            f"Development is funded and operation is not in {_told(gaps)}: find who pays before the start.",
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


def _not_agreed(split: Split, terms: Terms) -> Iterator[Note]:
    start = max(terms.operation_from - split.first_year, 0)
    bearing = {party for party, row in split.operation_costs.items() if any(row[start:])}
    if missing := sorted(bearing - terms.agreed_payers):
        yield Note(
            "no-agreement-after-go-live",
            f"{', '.join(missing)} would pay after go-live and has not agreed to: agree before the start.",
            {"severity": "warning", "parties": tuple(missing)},
        )


def _no_exit(split: Split, terms: Terms) -> Iterator[Note]:
    staying = sorted(
        party for party in terms.temporary if any(split.operation_costs.get(party, ())[-1:])
    )
    if staying:
        yield Note(
            "no-exit-date",
            f"{', '.join(staying)} still pays running costs in the last year: agree until when.",
            {"severity": "warning", "parties": tuple(staying)},
        )


def _only_savings(lines: Sequence[Line], terms: Terms) -> Iterator[Note]:
    saves = any(line.kind == "benefit" and sum_of(line.amounts) > 0 for line in lines)
    if saves and not terms.quality_indicators:
        yield Note(
            "savings-hide-quality",
            "Money is counted and no measure of quality, security or service is: choose at least one.",
            {"severity": "warning"},
        )


def _told(years: dict[int, Decimal]) -> str:
    return ", ".join(map(str, years))
