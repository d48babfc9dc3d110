"""The effects of a case, each once: a benefit, a cost of the project, or a line against another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from gevinst.engines.businesscase.calculus.result import Result
from gevinst.engines.businesscase.model.lines import Line
from gevinst.engines.businesscase.model.phases import Phase, phase

ZERO = Decimal(0)
Series = tuple[Decimal, ...]
Actuals = Mapping[str, Mapping[int, Decimal]]
Kind = Literal["gain", "operation", "project"]


@dataclass(frozen=True, slots=True)
class Effect:
    """One effect: DKK by year as the case has it, above 0 in the direction of its `kind`.

    `measured_on` are the lines whose actual amounts tell what it came to: its own, or those of scenario 1
    that carry it on. `sign` is 1 for a gain and -1 for a cost.
    """

    line: Line
    kind: Kind
    expected: Series
    measured_on: tuple[str, ...]

    @property
    def sign(self) -> int:
        """What it adds to the net."""
        return 1 if self.kind == "gain" else -1


def effects(result: Result) -> tuple[Effect, ...]:
    """Every effect of a case; signed, they and the transfers sum to its net."""
    return tuple(_effects(result))


def _effects(result: Result) -> Iterator[Effect]:
    lines = result.case.lines
    for line in lines:
        own = result.lines[line.id].dkk
        if line.is_benefit:
            yield Effect(line, "gain", own, (line.id,))
        elif line.scenario == "1" and not line.continues:
            kind: Kind = "operation" if phase(line.place) is Phase.OPERATION else "project"
            yield Effect(line, kind, own, (line.id,))
        elif line.scenario == "0":
            after = [other.id for other in lines if other.continues == line.id]
            spared = _less(own, [result.lines[name].dkk for name in after])
            yield Effect(line, "gain", spared, tuple(after) or (line.id,))


def actual(result: Result, effect: Effect, actuals: Actuals) -> tuple[Decimal | None, ...]:
    """What the effect came to by year (DKK); None in years that are not measured on all of its lines."""
    return tuple(_in_year(result, effect, actuals, at) for at in range(len(result.years)))


def _in_year(result: Result, effect: Effect, actuals: Actuals, at: int) -> Decimal | None:
    year = result.years[at]
    known = [actuals.get(name, {}).get(year) for name in effect.measured_on]
    told = [each for each in known if each is not None]
    if len(told) < len(known):
        return None
    total = sum(told, ZERO)
    if effect.measured_on == (effect.line.id,):
        return total
    # What would have been spent cannot be measured: scenario 0 stays as the case has it.
    return result.lines[effect.line.id].dkk[at] - total


def _less(own: Series, others: list[Series]) -> Series:
    return tuple(value - sum((each[at] for each in others), ZERO) for at, value in enumerate(own))
