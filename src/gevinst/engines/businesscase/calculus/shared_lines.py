"""The lines of a case as the room `sharing` takes them: every effect once, with its shares as agreed."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from gevinst.engines.businesscase.calculus.agreement_rules import Agreements
from gevinst.engines.businesscase.calculus.outcome import SIGNS
from gevinst.engines.businesscase.calculus.result import Result
from gevinst.engines.businesscase.calculus.told_sharing import Told, sharing_of
from gevinst.engines.businesscase.model import lines as model
from gevinst.engines.businesscase.model.case import Case
from gevinst.engines.businesscase.model.phases import Phase, phase
from gevinst.engines.businesscase.sharing import (
    Line,
    Shares,
)

ZERO = Decimal(0)
Series = tuple[Decimal, ...]


def shared_lines(case: Case, result: Result, agreed: Agreements) -> Iterator[Line]:
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
        told = Told(sharing_of(case, line, agreed))
        yield from _signed(line, tuple(sign * each for each in dkk), told)


def _signed(line: model.Line, effect: Series, told: Told) -> Iterator[Line]:
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


def line_of_nothing(case: Case) -> Line:
    """A line of nothing that everybody shares: whoever takes no part is left with 0 and not left out."""
    part = Fraction(1, len(case.parties))
    return Line(
        "", "benefit", (ZERO,) * len(case.years), Shares((dict.fromkeys(case.parties, part),))
    )
