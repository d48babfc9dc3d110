"""What an estimate is in the assumption: value, low, high and distribution."""

from __future__ import annotations

from decimal import Decimal

from gevinst.features.benefits.casework.paths import Data
from gevinst.features.benefits.estimating.inputs import PROJECTION, THREE_POINT, Inputs
from gevinst.features.benefits.estimating.worked import Worked, rounded

ONE = Decimal(1)


def values(inputs: Inputs, worked: Worked) -> Data:
    """What goes into the assumption: one value with low and high, or a value by year with factors."""
    low, value, high = worked.three
    if not by_year(inputs) or not value:
        return {"value": value, "low": low, "high": high}
    years = {str(year): rounded(each.value)[0] for year, each in worked.series.items()}
    estimate = worked.estimate
    ends = sorted(rounded(end / estimate.value)[0] for end in (estimate.low, estimate.high))
    return {"by_year": years, "low": min(ends[0], ONE), "high": max(ends[1], ONE)}


def by_year(inputs: Inputs) -> bool:
    """Whether a projection is written as a value for each year."""
    return inputs.get("write") == "by_year"


def distribution(inputs: Inputs, worked: Worked, assumption: Data) -> str:
    """Three points as they were weighed; an interval of 80 % lies evenly about its middle where it can."""
    if worked.method == THREE_POINT:
        return "pert" if inputs.get("kind") == "pert" else "triangular"
    if worked.method == PROJECTION and "value" in assumption:
        low, value, high = (assumption[key] for key in ("low", "value", "high"))
        return "normal" if low + high == 2 * value else "triangular"
    return "triangular"
