"""Each method of estimating, by the name under which its inputs are kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, cast

from gevinst.engines.businesscase.estimators import (
    Estimate,
    Offer,
    market,
    three_point,
    triangulate,
)
from gevinst.engines.businesscase.estimators.three_point import Kind
from gevinst.features.benefits.estimating.by_experience import by_experience
from gevinst.features.benefits.estimating.by_projection import by_projection
from gevinst.features.benefits.estimating.inputs import (
    EXPERIENCE,
    MARKET,
    PROJECTION,
    THREE_POINT,
    TRIANGULATION,
    Inputs,
    Rates,
    number,
    sources_of,
)
from gevinst.features.benefits.estimating.worked import Worked


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


def _market(inputs: Inputs, _rates: Rates) -> Worked:
    offers = [Offer(number(each["amount"]), str(each["source"])) for each in inputs["offers"]]
    return Worked(MARKET, market(offers, number(inputs.get("trim", 0))))


def _three_point(inputs: Inputs, _rates: Rates) -> Worked:
    kind = cast(Kind, inputs.get("kind", "triangular"))
    low, likely, high = (number(inputs[name]) for name in ("min", "likely", "max"))
    return Worked(THREE_POINT, three_point(low, likely, high, kind, sources=sources_of(inputs)))


METHOD: Final[Mapping[str, Callable[[Inputs, Rates], Worked]]] = {
    PROJECTION: by_projection,
    EXPERIENCE: by_experience,
    MARKET: _market,
    THREE_POINT: _three_point,
}
