"""The rows of a list in a formula, each of them counted as work."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable
from typing import Any

from gevinst.engines.businesscase.figures.counting_numbers import whole
from gevinst.engines.businesscase.figures.effort import LARGEST_RANGE, TooMuch
from gevinst.engines.businesscase.figures.tools import Tools


def counted_rows(tools: Tools, items: Iterable[Any]) -> list[Any]:
    """The items of a list, counted as work. Raises: TypeError for anything else."""
    if not isinstance(items, list | tuple | set | dict):
        raise TypeError("expected a list")
    tools.effort.spend(len(items))
    return list(items)


def extreme(name: str, plain: Callable[..., Any]) -> Callable[..., Any]:
    """The smallest or largest of some items, piece by piece where one is an array."""

    def apply(tools: Tools, *items: Any, **options: Any) -> Any:
        found = counted_rows(tools, items[0] if len(items) == 1 else items)
        if any(hasattr(item, "__array__") for item in found):
            import numpy as np

            return functools.reduce(getattr(np, name), found)
        return plain(found, **options)

    return apply


def first_nonnegative(tools: Tools, items: Any) -> Any:
    """The number, from 1, of the first item that is not negative; None (or nan) where there is none."""
    rows = counted_rows(tools, items)
    if any(hasattr(item, "__array__") for item in rows):
        import numpy as np

        reached = np.stack(np.broadcast_arrays(*rows)) >= 0
        return np.where(reached.any(axis=0), reached.argmax(axis=0) + 1.0, np.nan)
    return next((number for number, item in enumerate(rows, 1) if item >= 0), None)


def whole_range(tools: Tools, *bounds: Any) -> list[int]:
    """The whole numbers of a range. Raises: TooMuch for an enormous one."""
    wanted = range(*(whole(bound) for bound in bounds))
    if len(wanted) > LARGEST_RANGE:
        raise TooMuch(f"a range of {len(wanted)}; expected at most {LARGEST_RANGE}")
    return list(tools.effort.carry(list(wanted)))


def first_of(tools: Tools, items: Any, *default: Any) -> Any:
    """The first item, or the default. Raises: ValueError where there is neither."""
    rows = counted_rows(tools, items)
    if not rows and not default:
        raise ValueError("nothing is left to take; expected a default")
    return rows[0] if rows else default[0]


def listing(make: Callable[..., Any]) -> Callable[..., Any]:
    """A function over lists that gives a list, its length counted."""

    def apply(tools: Tools, *rows: Any, **options: Any) -> Any:
        taken = [counted_rows(tools, row) if not isinstance(row, int) else row for row in rows]
        return tools.effort.carry(make(*taken, **options))

    return apply
