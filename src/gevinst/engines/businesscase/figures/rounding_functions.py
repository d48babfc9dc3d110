"""The functions of the formula language that round, convert and compare one number."""

from __future__ import annotations

from collections.abc import Callable
from decimal import ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from typing import Any

from gevinst.engines.businesscase.figures.counting_numbers import as_number, whole
from gevinst.engines.businesscase.figures.integers import counts
from gevinst.engines.businesscase.figures.rounding import rounded, rounded_array
from gevinst.engines.businesscase.figures.tools import Tools, plain


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


def _count_int(_tools: Tools, lo: Any, n: Any, pct: Any, nd: Any = 0) -> list[int]:
    """The whole numbers k from `lo` to `n` for which k of n is printed as `pct` percent."""
    return counts(whole(n), Decimal(str(pct)), whole(nd), whole(lo))


def _isclose(
    _tools: Tools, a: Any, b: Any, rel_tol: Any = Decimal("1e-9"), abs_tol: Any = 0
) -> bool:
    a, b = Decimal(str(a)), Decimal(str(b))
    near = Decimal(str(rel_tol)) * max(abs(a), abs(b))
    return bool(abs(a - b) <= max(near, Decimal(str(abs_tol))))


ROUNDING: dict[str, Callable[..., Any]] = {
    "half_up": _round_with(ROUND_HALF_UP),
    "trunc": _round_with(ROUND_DOWN),
    "round": _round,
    "floor": _whole_with(ROUND_FLOOR),
    "ceil": _whole_with(ROUND_CEILING),
    "int": _whole_with(ROUND_DOWN),
    "float": _as_float,
    "Decimal": _as_float,
    "bool": plain(bool),
    "str": plain(str),
    "abs": plain(abs),
    "fabs": plain(abs),
    "count_int": _count_int,
    "isclose": _isclose,
}
