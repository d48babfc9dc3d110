"""A case against what came: the bridge from a result and actual amounts to the room `realisation`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from gevinst.engines.businesscase.calculus.effects import Actuals, Series, effects
from gevinst.engines.businesscase.calculus.followed import ZERO, Followed, follow, rate
from gevinst.engines.businesscase.calculus.result import Result
from gevinst.engines.businesscase.realisation import (
    BenefitRow,
    CostRow,
    CostVariance,
    OwnerVariance,
    Slippage,
    benefit_variance,
    cost_variance,
    slippage,
)


@dataclass(frozen=True, slots=True)
class Realised:
    """A case followed: each effect; net by year as planned, and as it came with the rest forecast (DKK).

    `came`, `due` and `rate` are those of the measured gains; `costs` holds the measured costs against their
    budget, `owners` the measured gains by owner.
    """

    years: tuple[int, ...]
    effects: tuple[Followed, ...]
    expected: Series
    forecast: Series
    slippage: Slippage
    costs: CostVariance
    owners: Mapping[str, OwnerVariance]

    @property
    def came(self) -> Decimal:
        return sum((each.came for each in self._gains()), ZERO)

    @property
    def due(self) -> Decimal:
        return sum((each.due for each in self._gains()), ZERO)

    @property
    def rate(self) -> Decimal | None:
        return rate(self.came, self.due) if self._gains() else None

    @property
    def gain_expected(self) -> Series:
        """All gains by year as planned."""
        gains = [each.expected for each in self.effects if each.effect.kind == "gain"]
        return tuple(sum((row[at] for row in gains), ZERO) for at in range(len(self.years)))

    @property
    def gain_measured(self) -> tuple[Decimal | None, ...]:
        """What is measured of all gains by year; None in a year without any."""
        told = [[each.actual[at] for each in self._gains()] for at in range(len(self.years))]
        known = [[each for each in year if each is not None] for year in told]
        return tuple(sum(each, ZERO) if each else None for each in known)

    def _gains(self) -> list[Followed]:
        return [each for each in self.effects if each.effect.kind == "gain" and each.measured]


def realised(
    result: Result,
    actuals: Actuals,
    *,
    pool: Decimal = ZERO,
    drawn: Mapping[str, Decimal] | None = None,
) -> Realised:
    """The case against `actuals` (line -> year -> DKK); those of the case file hold where none is given.

    `pool` (DKK) is the risk pool, `drawn` what it has paid by line. Raises `ValueError` as `cost_variance`.
    """
    known = {line.id: {**line.actuals, **actuals.get(line.id, {})} for line in result.case.lines}
    followed = tuple(follow(result, each, known) for each in effects(result))
    net = _net(result, followed)
    return Realised(
        years=result.years,
        effects=followed,
        expected=result.net,
        forecast=net,
        slippage=slippage(result.net, net),
        costs=cost_variance(_costs(followed, drawn or {}), pool),
        owners=benefit_variance(_gains(followed)),
    )


def _net(result: Result, followed: tuple[Followed, ...]) -> Series:
    return tuple(
        moved + sum((each.effect.sign * each.forecast[at] for each in followed), ZERO)
        for at, moved in enumerate(result.transfers)
    )


def _costs(followed: tuple[Followed, ...], drawn: Mapping[str, Decimal]) -> list[CostRow]:
    return [
        CostRow(each.effect.line.id, each.due, each.came, drawn.get(each.effect.line.id, ZERO))
        for each in followed
        if each.effect.kind != "gain" and (each.measured or each.effect.line.id in drawn)
    ]


def _gains(followed: tuple[Followed, ...]) -> list[BenefitRow]:
    return [
        BenefitRow(each.effect.line.id, each.effect.line.owner, each.due, each.came)
        for each in followed
        if each.effect.kind == "gain" and each.measured
    ]
