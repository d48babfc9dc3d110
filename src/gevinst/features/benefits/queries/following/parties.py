"""A case split between its parties, and seen by some of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache

from gevinst.engines.businesscase.calculus.parties import Parties, of_parties
from gevinst.engines.businesscase.casefile.document import CaseFault
from gevinst.engines.businesscase.indicators.break_even import break_even
from gevinst.engines.businesscase.model.case import Case
from gevinst.engines.businesscase.model.case_parts import Reading
from gevinst.features.benefits.models import BusinessCase
from gevinst.features.benefits.queries.cases.results import KEPT, evaluated

ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class SharedCase:
    """A case by party; `parties` is None where it has `faults`, or a `fault` in what is agreed.

    `perspective` are the parties whose `net` (DKK by year) and `break_even` (a year) are told; `whole` is the
    net of all parties over the years. `named` tells whether the case names its parties.
    """

    parties: Parties | None
    faults: tuple[CaseFault, ...] = ()
    fault: str = ""
    readings: Mapping[str, Reading] = field(default_factory=dict)
    perspective: tuple[str, ...] = ()
    net: tuple[Decimal, ...] = ()
    break_even: int | None = None
    whole: Decimal = ZERO
    named: bool = True


def shared_case(
    case: BusinessCase, reading: str = "", perspective: tuple[str, ...] | None = None
) -> SharedCase:
    """The case by party under a reading it has (else as it stands), seen by `perspective`.

    () is all parties together, None what the case itself says; parties that take no part are left out.
    """
    known = evaluated(case.text)
    if known.case is None:
        return SharedCase(None, faults=known.faults)
    chosen = reading if reading in known.case.readings else ""
    try:
        parties = _parties(case.text, chosen)
    except ValueError as fault:
        return SharedCase(None, fault=str(fault), readings=known.case.readings)
    wanted = known.case.under(chosen).perspective if perspective is None else perspective
    seen = tuple(name for name in wanted if name in parties.split.net) or tuple(parties.split.net)
    net = parties.split.perspective(seen)
    return SharedCase(
        parties=parties,
        readings=known.case.readings,
        perspective=seen,
        net=net,
        break_even=_turn(known.case, net),
        whole=sum(parties.split.total, ZERO),
        named=bool(known.case.parties),
    )


@lru_cache(maxsize=KEPT)
def _parties(text: str, reading: str) -> Parties:
    case = evaluated(text).case
    assert case is not None  # asked only of one that can be read
    return of_parties(case, reading)


def _turn(case: Case, net: tuple[Decimal, ...]) -> int | None:
    turn = break_even(net, first_year=case.first, origin="project_start", horizon=len(net))
    return None if turn is None else turn.year
