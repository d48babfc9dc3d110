"""The case as a plain function of its uncertain assumptions, for tornado, switching values and simulation."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

import numpy as np
import numpy.typing as npt

from gevinst.engines.businesscase.calculus.amounts import quantities
from gevinst.engines.businesscase.calculus.shares import part, transferred
from gevinst.engines.businesscase.calculus.values import Number, Values
from gevinst.engines.businesscase.model.case import Case
from gevinst.engines.businesscase.model.lines import Line

FloatArray = npt.NDArray[np.float64]
Outcome = Callable[[Mapping[str, FloatArray]], FloatArray]
# What a line adds to the net: scenario 0 is spared, scenario 1 is spent, what stands in both cancels out.
SIGNS: Mapping[str, int] = {"0": 1, "1": -1, "both": 0, "benefit": 1}


def outcome(case: Case, reading: str = "") -> Outcome:
    """Net by year, shape (n, years), of arrays of n values of some assumptions; the rest as in the case.

    The same lines, drivers and shares as `evaluate`, in float64 and without rounding to the øre.
    """
    case = case.under(reading)
    lines = [line for line in case.lines if SIGNS[line.scenario]]
    received = np.array([float(transferred(case, year)) for year in case.years])

    def net(given: Mapping[str, FloatArray]) -> FloatArray:
        values = Values(case, given, _float)
        rows = max((np.size(each) for each in given.values()), default=1)
        total = np.tile(received, (rows, 1))
        for line in lines:
            for year, amount in _amounts(line, values).items():
                total[:, year - case.first] += amount
        return total

    return net


def _amounts(line: Line, values: Values) -> dict[int, Number]:
    sign = SIGNS[line.scenario]
    return {
        year: quantity.dkk * (sign * float(part(values.case, line, year)))
        for year, quantity in quantities(line, values).items()
    }


def _float(value: object) -> float:
    return float(Decimal(str(value)))
