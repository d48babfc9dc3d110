"""A case as its parties see it: the bridge from lines, transfers and agreements to the room `sharing`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from gevinst.engines.businesscase.calculus.agreements import Agreements, agreements
from gevinst.engines.businesscase.calculus.evaluate import evaluate
from gevinst.engines.businesscase.calculus.outcome import SIGNS
from gevinst.engines.businesscase.calculus.result import Result
from gevinst.engines.businesscase.calculus.shares import shares_in
from gevinst.engines.businesscase.calculus.values import Values
from gevinst.engines.businesscase.model import lines as model
from gevinst.engines.businesscase.model.case import Case
from gevinst.engines.businesscase.model.case_parts import Transfer as Moved
from gevinst.engines.businesscase.model.phases import Phase, phase
from gevinst.engines.businesscase.notes import Note
from gevinst.engines.businesscase.sharing import (
    Commitment,
    Exit,
    Line,
    Shares,
    Sharing,
    SoFar,
    Split,
    StepDown,
    Terms,
    Transfer,
    by_party,
    incentive_notes,
    paid,
)
from gevinst.engines.businesscase.sharing.shares import Parts

ZERO = Decimal(0)
Series = tuple[Decimal, ...]
# A case that names no party still has somebody who pays and gains.
SOMEBODY = "authority"


@dataclass(frozen=True, slots=True)
class Parties:
    """A case split between its parties, who together are left with the net of the whole, to the øre.

    `shares` holds line -> year -> party -> share (0-1) as the agreements made them; `transfers` is what only
    changes hands; `notes` are the incentives that are wrong; `result` is the whole, of nobody's perspective.
    """

    result: Result
    split: Split
    shares: Mapping[str, Mapping[int, Parts]]
    transfers: tuple[Transfer, ...]
    agreed: Agreements
    notes: tuple[Note, ...]


def of_parties(case: Case, reading: str = "") -> Parties:
    """Net per year of every party under a reading, whatever perspective the case takes.

    Raises `ValueError` as `evaluate` and `agreements`, for a transfer to oneself, and for a step-down by
    volume where `agreements.volume` names no assumption.
    """
    whole = _whole(case, reading)
    result, agreed = evaluate(whole), agreements(whole)
    shared = list(_shared(whole, result, agreed))
    transfers = tuple(_transfer(whole, each) for each in whole.transfers)
    split = by_party(
        [*shared, _nothing(whole)],
        first_year=whole.first,
        transfers=transfers,
        volumes=_volumes(whole, agreed),
    )
    notes = _incentives(whole, shared, agreed, split) if case.parties else ()
    return Parties(result, split, _said(shared), transfers, agreed, notes)


def _whole(case: Case, reading: str) -> Case:
    """The case under a reading as one that knows no other reading and no perspective."""
    chosen = case.under(reading)
    lines = tuple(replace(line, readings=()) for line in chosen.lines)
    return replace(chosen, perspective=(), lines=lines, parties=chosen.parties or (SOMEBODY,))


class _Told:
    """Answers as the sharing it holds, and keeps what it said by year."""

    def __init__(self, held: Sharing) -> None:
        self.held = held
        self.said: dict[int, Parts] = {}

    def at(self, so_far: SoFar) -> Parts:
        """See `Sharing`."""
        self.said[so_far.year] = dict(self.held.at(so_far))
        return self.said[so_far.year]


def _said(shared: list[Line]) -> dict[str, dict[int, Parts]]:
    return {line.name: line.sharing.said for line in shared if isinstance(line.sharing, _Told)}


def _shared(case: Case, result: Result, agreed: Agreements) -> Iterator[Line]:
    """Every effect once: a line that continues another with the same shares counts by its difference."""
    after = {
        line.id: [one for one in case.lines if one.continues == line.id] for line in case.lines
    }
    joined = {
        one.id
        for line in case.lines
        for one in after[line.id]
        if all(other.shares == line.shares for other in after[line.id])
    }
    for line in case.lines:
        sign, dkk = SIGNS[line.scenario], result.lines[line.id].dkk
        if not sign or line.id in joined:
            continue
        for one in after[line.id]:
            if one.id in joined:
                dkk = tuple(a - b for a, b in zip(dkk, result.lines[one.id].dkk, strict=True))
        told = _Told(_sharing(case, line, agreed))
        yield from _signed(line, tuple(sign * each for each in dkk), told)


def _signed(line: model.Line, effect: Series, told: _Told) -> Iterator[Line]:
    """The effect as a benefit where it is above 0 and a cost where it is below."""
    gain = tuple(max(each, ZERO) for each in effect)
    loss = tuple(max(-each, ZERO) for each in effect)
    part: Literal["development", "operation"] = _part(line)
    if any(gain) or not any(loss):
        yield Line(line.id, "benefit", gain, told, part)
    if any(loss):
        yield Line(line.id, "cost", loss, told, part)


def _part(line: model.Line) -> Literal["development", "operation"]:
    project = (Phase.INVESTMENT, Phase.IMPLEMENTATION)
    return "development" if phase(line.place) in project else "operation"


def _sharing(case: Case, line: model.Line, agreed: Agreements) -> Sharing:
    """The line's shares by year, stepped down and taken over as agreed."""
    shared: Sharing = Shares.by_year(shares_in(case, line, year) for year in case.years)
    for rule in agreed.step_downs:
        if line.id in rule.lines or (not rule.lines and line.shares):
            after = Shares.constant(rule.after)
            shared = StepDown(shared, after, rule.recouped, rule.volume_above)
    for leave in agreed.exits:
        if line.id in leave.lines or (not leave.lines and line.shares):
            shared = Exit(shared, leave.party, leave.on, leave.takes_over)
    return shared


def _nothing(case: Case) -> Line:
    """A line of nothing that everybody shares: whoever takes no part is left with 0 and not left out."""
    part = Fraction(1, len(case.parties))
    return Line(
        "", "benefit", (ZERO,) * len(case.years), Shares((dict.fromkeys(case.parties, part),))
    )


def _transfer(case: Case, each: Moved) -> Transfer:
    amounts = tuple(each.amounts.get(year, ZERO) for year in case.years)
    return paid(each.id, "grant", amounts, payer=each.giver, receiver=each.receiver)


def _volumes(case: Case, agreed: Agreements) -> Series:
    values = Values(case)
    return tuple(values.at(agreed.volume, year) for year in case.years) if agreed.volume else ()


def _incentives(
    case: Case, shared: list[Line], agreed: Agreements, split: Split
) -> tuple[Note, ...]:
    """Where nothing is promised at all, that operation is not either says nothing of its own."""
    found = incentive_notes(split, shared, _terms(case, agreed, split))
    return tuple(note for note in found if agreed.promises or note.code != "operation-unfunded")


def _terms(case: Case, agreed: Agreements, split: Split) -> Terms:
    """What the incentives are held against; where nobody is said to run it, those who bear its costs do."""
    bearing = {party for party, row in split.operation_costs.items() if any(row)}
    return Terms(
        operating=frozenset(agreed.operating or bearing - set(agreed.temporary)),
        operation_from=case.operation_from,
        commitments=tuple(
            Commitment(
                each.party,
                each.phase,
                tuple(each.amounts.get(year, ZERO) for year in case.years),
            )
            for each in agreed.promises
        ),
        agreed_payers=frozenset(agreed.payers),
        temporary=frozenset(agreed.temporary),
        quality_indicators=len(case.quality),
    )
