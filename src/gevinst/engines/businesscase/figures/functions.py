"""The functions a formula may call, each for exact numbers, floats and numpy arrays alike."""

from __future__ import annotations

import functools
import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from typing import Any

from gevinst.engines.businesscase.figures.arithmetic import Number, as_number, divide, power, whole
from gevinst.engines.businesscase.figures.effort import DEAR, LARGEST_RANGE, Effort, TooMuch
from gevinst.engines.businesscase.figures.integers import counts
from gevinst.engines.businesscase.figures.rounding import rounded, rounded_array


@dataclass(frozen=True, slots=True)
class Tools:
    """What a function needs beside its arguments: the kind of number, and the work left."""

    number: Number
    effort: Effort


def _round_with(mode: str) -> Callable[..., Any]:
    def apply(tools: Tools, x: Any, n: Any = 0) -> Any:
        if hasattr(x, "__array__"):
            return rounded_array(x, whole(n), mode)
        exact = rounded(Decimal(str(int(x) if isinstance(x, bool) else x)), whole(n), mode)
        return tools.number(str(exact))

    return apply


def _round(tools: Tools, x: Any, ndigits: Any = None) -> Any:
    """Python's own: halves to the even digit, a whole number where no digits are asked for."""
    result = _round_with(ROUND_HALF_EVEN)(tools, x, 0 if ndigits is None else ndigits)
    if hasattr(x, "__array__"):
        return result
    return whole(result) if ndigits is None or isinstance(x, int) else result


def _whole_with(mode: str) -> Callable[..., Any]:
    def apply(tools: Tools, x: Any) -> Any:
        if isinstance(x, str):
            return whole(Decimal(x.strip()))
        result = _round_with(mode)(tools, x, 0)
        return result if hasattr(x, "__array__") else whole(result)

    return apply


def _as_float(tools: Tools, x: Any) -> Any:
    return tools.number(x.strip()) if isinstance(x, str) else as_number(x, tools.number)


def _rows(tools: Tools, items: Iterable[Any]) -> list[Any]:
    if not isinstance(items, list | tuple | set | dict):
        raise TypeError("expected a list")
    tools.effort.spend(len(items))
    return list(items)


def _extreme(name: str, plain: Callable[..., Any]) -> Callable[..., Any]:
    def apply(tools: Tools, *items: Any, **options: Any) -> Any:
        found = _rows(tools, items[0] if len(items) == 1 else items)
        if any(hasattr(item, "__array__") for item in found):
            import numpy as np

            return functools.reduce(getattr(np, name), found)
        return plain(found, **options)

    return apply


def _sum(tools: Tools, items: Any, start: Any = 0) -> Any:
    return tools.effort.carry(sum(_rows(tools, items), start))


def _prod(tools: Tools, items: Any) -> Any:
    return functools.reduce(lambda a, b: tools.effort.carry(a * b), _rows(tools, items), 1)


def _cum(tools: Tools, items: Any) -> list[Any]:
    """The running sums."""
    total: Any = 0
    return [total := total + item for item in _rows(tools, items)]


def _first_nonneg(tools: Tools, items: Any) -> Any:
    """The number, from 1, of the first item that is not negative; None (or nan) where there is none."""
    rows = _rows(tools, items)
    if any(hasattr(item, "__array__") for item in rows):
        import numpy as np

        reached = np.stack(np.broadcast_arrays(*rows)) >= 0
        return np.where(reached.any(axis=0), reached.argmax(axis=0) + 1.0, np.nan)
    return next((number for number, item in enumerate(rows, 1) if item >= 0), None)


def _count_int(_tools: Tools, lo: Any, n: Any, pct: Any, nd: Any = 0) -> list[int]:
    """The whole numbers k from `lo` to `n` for which k of n is printed as `pct` percent."""
    return counts(whole(n), Decimal(str(pct)), whole(nd), whole(lo))


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


def _range(tools: Tools, *bounds: Any) -> list[int]:
    wanted = range(*(whole(bound) for bound in bounds))
    if len(wanted) > LARGEST_RANGE:
        raise TooMuch(f"a range of {len(wanted)}; expected at most {LARGEST_RANGE}")
    return list(tools.effort.carry(list(wanted)))


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


def _mean(tools: Tools, items: Any) -> Any:
    rows = _rows(tools, items)
    return divide(sum(rows), len(rows), tools.number, tools.effort)


def _median(tools: Tools, items: Any) -> Any:
    rows: Sequence[Any] = sorted(_rows(tools, items))
    middle = len(rows) // 2
    if len(rows) % 2:
        return rows[middle]
    return divide(rows[middle - 1] + rows[middle], 2, tools.number, tools.effort)


def _next(tools: Tools, items: Any, *default: Any) -> Any:
    rows = _rows(tools, items)
    if not rows and not default:
        raise ValueError("nothing is left to take; expected a default")
    return rows[0] if rows else default[0]


def _isclose(
    _tools: Tools, a: Any, b: Any, rel_tol: Any = Decimal("1e-9"), abs_tol: Any = 0
) -> bool:
    a, b = Decimal(str(a)), Decimal(str(b))
    near = Decimal(str(rel_tol)) * max(abs(a), abs(b))
    return bool(abs(a - b) <= max(near, Decimal(str(abs_tol))))


def _listing(make: Callable[..., Any]) -> Callable[..., Any]:
    """A function over lists that gives a list, its length counted."""

    def apply(tools: Tools, *rows: Any, **options: Any) -> Any:
        taken = [_rows(tools, row) if not isinstance(row, int) else row for row in rows]
        return tools.effort.carry(make(*taken, **options))

    return apply


def _plain(call: Callable[..., Any]) -> Callable[..., Any]:
    return lambda _tools, *arguments: call(*arguments)


FUNCTIONS: dict[str, Callable[..., Any]] = {
    "half_up": _round_with(ROUND_HALF_UP),
    "trunc": _round_with(ROUND_DOWN),
    "round": _round,
    "floor": _whole_with(ROUND_FLOOR),
    "ceil": _whole_with(ROUND_CEILING),
    "int": _whole_with(ROUND_DOWN),
    "float": _as_float,
    "Decimal": _as_float,
    "bool": _plain(bool),
    "str": _plain(str),
    "abs": _plain(abs),
    "fabs": _plain(abs),
    "len": _plain(len),
    "min": _extreme("minimum", min),
    "max": _extreme("maximum", max),
    "sum": _sum,
    "fsum": _sum,
    "prod": _prod,
    "mean": _mean,
    "median": _median,
    "pow": lambda tools, a, b: power(a, b, tools.number, tools.effort),
    "sqrt": _sqrt,
    "exp": _mathematical("exp"),
    "log": _log,
    "log10": _mathematical("log10"),
    "isclose": _isclose,
    "cum": _cum,
    "first_nonneg": _first_nonneg,
    "count_int": _count_int,
    "annuity_rate": _annuity_rate,
    "range": _range,
    "next": _next,
    "any": lambda tools, items: any(_rows(tools, items)),
    "all": lambda tools, items: all(_rows(tools, items)),
    "zip": _listing(lambda *rows, strict=False: list(zip(*rows, strict=strict))),
    "enumerate": _listing(lambda rows, start=0: list(enumerate(rows, start))),
    "sorted": _listing(lambda rows, reverse=False: sorted(rows, reverse=reverse)),
    "reversed": _listing(lambda rows: rows[::-1]),
    "list": _listing(lambda rows=(): list(rows)),
    "tuple": _listing(lambda rows=(): tuple(rows)),
    "set": _listing(lambda rows=(): set(rows)),
    "iter": _listing(lambda rows: rows),
}
METHODS: dict[str, tuple[type, ...]] = {
    "values": (dict,),
    "items": (dict,),
    "keys": (dict,),
    "get": (dict,),
    "index": (list, tuple),
    "count": (list, tuple),
}
