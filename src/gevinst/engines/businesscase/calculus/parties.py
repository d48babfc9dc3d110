"""A case as its parties see it: the bridge from lines, transfers and agreements to the room `sharing`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from gevinst.engines.businesscase.calculus.agreement_rules import Agreements
from gevinst.engines.businesscase.calculus.agreements import agreements
from gevinst.engines.businesscase.calculus.evaluate import evaluate
from gevinst.engines.businesscase.calculus.party_terms import incentives_of
from gevinst.engines.businesscase.calculus.result import Result
from gevinst.engines.businesscase.calculus.shared_lines import (
    ZERO,
    Series,
    line_of_nothing,
    shared_lines,
)
from gevinst.engines.businesscase.calculus.told_sharing import said_shares
from gevinst.engines.businesscase.calculus.values import Values
from gevinst.engines.businesscase.model.case import Case
from gevinst.engines.businesscase.model.case_parts import Transfer as Moved
from gevinst.engines.businesscase.notes import Note
from gevinst.engines.businesscase.sharing import (
    Split,
    Transfer,
    by_party,
    paid,
)
from gevinst.engines.businesscase.sharing.sharing_rule import Parts

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
    shared = list(shared_lines(whole, result, agreed))
    transfers = tuple(_transfer(whole, each) for each in whole.transfers)
    split = by_party(
        [*shared, line_of_nothing(whole)],
        first_year=whole.first,
        transfers=transfers,
        volumes=_volumes(whole, agreed),
    )
    notes = incentives_of(whole, shared, agreed, split) if case.parties else ()
    return Parties(result, split, said_shares(shared), transfers, agreed, notes)


def _whole(case: Case, reading: str) -> Case:
    """The case under a reading as one that knows no other reading and no perspective."""
    chosen = case.under(reading)
    lines = tuple(replace(line, readings=()) for line in chosen.lines)
    return replace(chosen, perspective=(), lines=lines, parties=chosen.parties or (SOMEBODY,))


def _transfer(case: Case, each: Moved) -> Transfer:
    amounts = tuple(each.amounts.get(year, ZERO) for year in case.years)
    return paid(each.id, "grant", amounts, payer=each.giver, receiver=each.receiver)


def _volumes(case: Case, agreed: Agreements) -> Series:
    values = Values(case)
    return tuple(values.at(agreed.volume, year) for year in case.years) if agreed.volume else ()
