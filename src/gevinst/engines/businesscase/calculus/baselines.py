"""What scenario 0 would have cost: what was spent, carried on in one of four ways."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from gevinst.engines.businesscase.calculus.values import nearest
from gevinst.engines.businesscase.estimators.projection import projection


@dataclass(frozen=True, slots=True)
class _Growth:
    """How a need would have grown: a rate a year, DKK more each year, or both."""

    rate: Decimal | None
    step: Decimal | None

    def after(self, base: Decimal, years: int) -> Decimal:
        if self.rate is None and self.step is None:
            raise ValueError("a counterfactual baseline needs growth (a rate) or step (DKK a year)")
        return base * (1 + (self.rate or 0)) ** years + (self.step or 0) * years


def carried_on(
    history: Mapping[int, Decimal],
    years: tuple[int, ...],
    baseline: str,
    *,
    committed: Mapping[int, Decimal] | None = None,
    growth: Decimal | None = None,
    step: Decimal | None = None,
) -> dict[int, Decimal]:
    """DKK by year from what was spent in `history`.

    frozen: the last year flat. trend: a projection of the history. committed: the last year until a contract
    or price that is agreed (`committed`, DKK from that year on) changes it. counterfactual: what the need
    would have grown to, by `growth` (rate a year) or by `step` (DKK more each year).
    Years that are in the history keep what was spent.
    Raises `ValueError` for an empty history, an unknown baseline, a counterfactual without growth.

    >>> carried_on({2020: Decimal(100)}, (2020, 2021, 2022), "counterfactual", growth=Decimal("0.1"))
    {2020: Decimal('100'), 2021: Decimal('110.0'), 2022: Decimal('121.00')}
    """
    if not history:
        raise ValueError("a baseline needs what was spent in at least one year")
    last = max(history)
    ahead = tuple(year for year in years if year > last)
    further = _further(history, ahead, baseline, committed or {}, _Growth(growth, step))
    return {year: further[year] if year in further else nearest(history, year) for year in years}


def _further(
    history: Mapping[int, Decimal],
    ahead: tuple[int, ...],
    baseline: str,
    committed: Mapping[int, Decimal],
    growth: _Growth,
) -> dict[int, Decimal]:
    last = max(history)
    base = history[last]
    match baseline:
        case "frozen":
            return dict.fromkeys(ahead, base)
        case "committed":
            return {year: nearest({last: base, **committed}, year) for year in ahead}
        case "counterfactual":
            return {year: growth.after(base, year - last) for year in ahead}
        case "trend":
            found = projection(history, ahead) if ahead else None
            return {year: found.estimates[year].value for year in ahead} if found else {}
    raise ValueError(f"there is no baseline {baseline!r}")
