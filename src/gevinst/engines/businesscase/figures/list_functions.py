"""The functions of the formula language over lists: sums, middles, ends, and lists made of lists."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from typing import Any

from gevinst.engines.businesscase.figures.arithmetic import divide
from gevinst.engines.businesscase.figures.list_rows import (
    counted_rows,
    extreme,
    first_nonnegative,
    first_of,
    listing,
    whole_range,
)
from gevinst.engines.businesscase.figures.tools import Tools, plain


def _sum(tools: Tools, items: Any, start: Any = 0) -> Any:
    return tools.effort.carry(sum(counted_rows(tools, items), start))


def _prod(tools: Tools, items: Any) -> Any:
    return functools.reduce(lambda a, b: tools.effort.carry(a * b), counted_rows(tools, items), 1)


def _cum(tools: Tools, items: Any) -> list[Any]:
    """The running sums."""
    total: Any = 0
    return [total := total + item for item in counted_rows(tools, items)]


def _mean(tools: Tools, items: Any) -> Any:
    rows = counted_rows(tools, items)
    return divide(sum(rows), len(rows), tools.number, tools.effort)


def _median(tools: Tools, items: Any) -> Any:
    rows: Sequence[Any] = sorted(counted_rows(tools, items))
    middle = len(rows) // 2
    if len(rows) % 2:
        return rows[middle]
    return divide(rows[middle - 1] + rows[middle], 2, tools.number, tools.effort)


LISTS: dict[str, Callable[..., Any]] = {
    "len": plain(len),
    "min": extreme("minimum", min),
    "max": extreme("maximum", max),
    "sum": _sum,
    "fsum": _sum,
    "prod": _prod,
    "mean": _mean,
    "median": _median,
    "cum": _cum,
    "first_nonneg": first_nonnegative,
    "range": whole_range,
    "next": first_of,
    "any": lambda tools, items: any(counted_rows(tools, items)),
    "all": lambda tools, items: all(counted_rows(tools, items)),
    "zip": listing(lambda *rows, strict=False: list(zip(*rows, strict=strict))),
    "enumerate": listing(lambda rows, start=0: list(enumerate(rows, start))),
    "sorted": listing(lambda rows, reverse=False: sorted(rows, reverse=reverse)),
    "reversed": listing(lambda rows: rows[::-1]),
    "list": listing(lambda rows=(): list(rows)),
    "tuple": listing(lambda rows=(): tuple(rows)),
    "set": listing(lambda rows=(): set(rows)),
    "iter": listing(lambda rows: rows),
}
