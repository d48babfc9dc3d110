"""The inputs of an estimate as the case file keeps them, and the estimate that they give.

A method's inputs are plain values (numbers, texts, lists), so that an estimate can be opened and redone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Final, cast

from gevinst.engines.businesscase.estimators import (
    Comparable,
    Estimate,
    Offer,
    Projection,
    experience,
    market,
    projection,
    three_point,
    triangulate,
)
from gevinst.engines.businesscase.estimators.three_point import Kind
from gevinst.engines.businesscase.indicators.price_level import price_factor
from gevinst.engines.businesscase.notes import Note
from gevinst.engines.money import half_up

Inputs = Mapping[str, Any]
Rates = Mapping[int, Decimal]

PROJECTION, EXPERIENCE, MARKET = "projection", "experience", "market"
THREE_POINT, TRIANGULATION = "three_point", "triangulation"
METHODS: Final = (PROJECTION, EXPERIENCE, MARKET, THREE_POINT, TRIANGULATION)
ONE = Decimal(1)
# From this size on a number is kept with so many decimals.
ROUGH: Final = ((Decimal(10_000), 0), (Decimal(100), 2), (ONE, 4), (Decimal(0), 6))


@dataclass(frozen=True, slots=True)
class Worked:
    """What a method's inputs come to; `projected` and `series` (by year) only of a projection."""

    method: str
    estimate: Estimate
    projected: Projection | None = None
    series: Mapping[int, Estimate] = field(default_factory=dict)

    @property
    def three(self) -> tuple[Decimal, Decimal, Decimal]:
        """Low, value and high as they are kept: rounded alike, so that they stay in order."""
        low, value, high = rounded(self.estimate.low, self.estimate.value, self.estimate.high)
        return low, value, high


def rounded(*values: Decimal) -> tuple[Decimal, ...]:
    """Values with the decimals that the largest of them bears, half up.

    >>> rounded(Decimal("99.12345"), Decimal("120.555"))
    (Decimal('99.12'), Decimal('120.56'))
    """
    largest = max(abs(value) for value in values)
    places = next(places for least, places in ROUGH if largest >= least)
    return tuple(_shortest(half_up(value, places)) for value in values)


def _shortest(value: Decimal) -> Decimal:
    return Decimal(format(value.normalize(), "f"))


def work_out(kept: Mapping[str, Inputs], method: str, rates: Rates | None = None) -> Worked:
    """The estimate by one of the methods whose inputs are `kept`; `rates` are the case's price rises by year.

    Raises `ValueError` where the inputs cannot be estimated from, `KeyError` where they are not kept.
    """
    if method == TRIANGULATION:
        return Worked(method, _triangulated(kept, rates))
    return METHOD[method](kept[method], rates or {})


def _triangulated(kept: Mapping[str, Inputs], rates: Rates | None) -> Estimate:
    weights = kept[TRIANGULATION].get("weights", {})
    parts = [
        (work_out(kept, name, rates).estimate, number(weight))
        for name, weight in weights.items()
        if name in METHOD and name in kept
    ]
    return triangulate(parts)


def _projection(inputs: Inputs, _rates: Rates) -> Worked:
    history = {int(year): number(amount) for year, amount in inputs["history"].items()}
    until = int(inputs["to"])
    years = range(int(inputs.get("from", until)), until + 1)
    growth = inputs.get("growth")
    told = projection(
        history,
        years,
        None if growth is None else number(growth),
        use=inputs.get("use"),
        sources=_source(inputs),
    )
    series = told.estimates
    return Worked(PROJECTION, _mean(list(series.values())), told, series)


def _mean(years: list[Estimate]) -> Estimate:
    """One estimate for all the years: the mean of the values and of each end of the intervals."""
    first, n = years[0], len(years)
    if n == 1:
        return first

    def mean(name: str) -> Decimal:
        return sum((getattr(each, name) for each in years), Decimal(0)) / n

    return Estimate(
        mean("value"),
        mean("sd"),
        mean("low"),
        mean("high"),
        first.n,
        first.method,
        first.sources,
        first.notes,
    )


def _experience(inputs: Inputs, rates: Rates) -> Worked:
    size, price_year = number(inputs["size"]), int(inputs["price_year"])
    cases = [
        Comparable(
            number(each["value"]),
            number(each.get("size", size)),
            number(each.get("weight", 1)),
            int(each.get("price_year", price_year)),
            str(each.get("source", "")),
        )
        for each in inputs["cases"]
    ]
    growth, missing = inputs.get("price_growth"), set[int]()
    index = _index(rates, None if growth is None else number(growth), missing)
    told = experience(cases, size, price_year, index, beta=number(inputs.get("beta", 1)))
    return Worked(EXPERIENCE, told.noted(*_unadjusted(missing)))


def _index(
    rates: Rates, growth: Decimal | None, missing: set[int]
) -> Callable[[int, int], Decimal]:
    """The factor between two years: by the rates, else by `growth` a year, else 1 and told in `missing`."""

    def factor(year: int, to: int) -> Decimal:
        wanted = range(min(year, to) + 1, max(year, to) + 1)
        lacking = {each for each in wanted if each not in rates}
        if growth is None:
            missing.update(lacking)
        held = {each: rates.get(each, growth or Decimal(0)) for each in wanted}
        return price_factor(held, from_year=year, to_year=to)

    return factor


def _unadjusted(missing: set[int]) -> list[Note]:
    if not missing:
        return []
    years = ", ".join(str(year) for year in sorted(missing))
    message = f"Prices are not adjusted in {years}: there is no index for them."
    return [Note("prices-not-adjusted", message, {"years": years})]


def _market(inputs: Inputs, _rates: Rates) -> Worked:
    offers = [Offer(number(each["amount"]), str(each["source"])) for each in inputs["offers"]]
    return Worked(MARKET, market(offers, number(inputs.get("trim", 0))))


def _three_point(inputs: Inputs, _rates: Rates) -> Worked:
    kind = cast(Kind, inputs.get("kind", "triangular"))
    low, likely, high = (number(inputs[name]) for name in ("min", "likely", "max"))
    return Worked(THREE_POINT, three_point(low, likely, high, kind, sources=_source(inputs)))


def _source(inputs: Inputs) -> list[str]:
    text = str(inputs.get("source") or "")
    return [text] if text else []


def number(value: Any) -> Decimal:
    """A number of a case file, exact. Raises `ValueError` for what is none."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise ValueError(f"expected a number, found {value!r}")
    return Decimal(value)


METHOD: Final[Mapping[str, Callable[[Inputs, Rates], Worked]]] = {
    PROJECTION: _projection,
    EXPERIENCE: _experience,
    MARKET: _market,
    THREE_POINT: _three_point,
}
