"""The functions of the formula language that compute: powers, roots, logarithms, the rate of a loan."""

from __future__ import annotations

import math
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from gevinst.engines.businesscase.figures.arithmetic import power
from gevinst.engines.businesscase.figures.counting_numbers import as_number, whole
from gevinst.engines.businesscase.figures.effort import DEAR
from gevinst.engines.businesscase.figures.tools import Tools


def _annuity_rate(tools: Tools, principal: Any, payment: Any, n: Any) -> Any:
    """The rate a period (0-1) at which `n` payments pay a loan back; found by halving."""
    one = as_number(1, tools.number)
    low, high = -one / 2, one * 10

    def owed(rate: Any) -> Any:
        left = as_number(principal, tools.number)
        for _ in range(whole(n)):
            left = left * (one + rate) - payment
        return left

    tools.effort.spend(200 * whole(n))
    if not owed(low) < 0 < owed(high):
        raise ValueError("no rate between -50 % and 1,000 % pays this loan back")
    for _ in range(160):
        middle = (low + high) / 2
        low, high = (low, middle) if owed(middle) > 0 else (middle, high)
    return (low + high) / 2


def _sqrt(tools: Tools, x: Any) -> Any:
    if hasattr(x, "__array__"):
        import numpy as np

        return np.sqrt(x)
    x = as_number(x, tools.number)
    return x.sqrt() if isinstance(x, Decimal) else math.sqrt(x)


def _mathematical(name: str) -> Callable[..., Any]:
    def apply(tools: Tools, x: Any) -> Any:
        tools.effort.spend(DEAR)
        if hasattr(x, "__array__"):
            import numpy as np

            return getattr(np, name)(x)
        x = as_number(x, tools.number)
        own = {"log": "ln"}.get(name, name)
        return getattr(x, own)() if isinstance(x, Decimal) else getattr(math, name)(x)

    return apply


def _log(tools: Tools, x: Any, base: Any = None) -> Any:
    natural = _mathematical("log")
    return natural(tools, x) if base is None else natural(tools, x) / natural(tools, base)


CALCULATION: dict[str, Callable[..., Any]] = {
    "pow": lambda tools, a, b: power(a, b, tools.number, tools.effort),
    "sqrt": _sqrt,
    "exp": _mathematical("exp"),
    "log": _log,
    "log10": _mathematical("log10"),
    "annuity_rate": _annuity_rate,
}
