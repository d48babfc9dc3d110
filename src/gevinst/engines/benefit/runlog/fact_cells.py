"""The cells of a row of baselines or costs: numbers and days that must be there, words that are known."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import TypeVar

from gevinst.engines.benefit.runlog.table_row import LogFault, Row

Made = TypeVar("Made")


def made(row: Row, make: Callable[[Row], Made]) -> Made:
    """What is made of a row; its fault names the line. Raises: LogFault."""
    try:
        return make(row)
    except LogFault:
        raise
    except ValueError as fault:
        raise row.fault(str(fault)) from fault


def number(row: Row, *names: str) -> Decimal:
    """A number that must be there. Raises: LogFault."""
    row.needed(*names)
    return row.decimal(*names) or Decimal(0)


def needed_day(row: Row, *names: str) -> date:
    """A day that must be there. Raises: LogFault."""
    row.needed(*names)
    found = row.day(*names)
    assert found is not None
    return found


def one_of(row: Row, known: dict[str, Made], *names: str) -> Made:
    """What a known word means. Raises: LogFault that lists them."""
    told = row.needed(*names)
    if told.lower() not in known:
        expected = ", ".join(known)
        raise row.fault(f"expected one of {expected} in {names[0]}, found {told!r}")
    return known[told.lower()]
