"""What must be said of the window of an account: months without runs, costs outside it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from gevinst.engines.businesscase.notes import Note


def windows_note(windows: Mapping[str, tuple[date, date]]) -> Note | None:
    """A note when figures told together cover different periods; None when they all cover the same.

    >>> windows_note({"hours": (date(2019, 1, 1), date(2021, 12, 31)),
    ...               "net": (date(2019, 1, 1), date(2022, 12, 31))}).code
    'different-windows'
    """
    if len(set(windows.values())) < 2:  # noqa: PLR2004
        return None
    told = "; ".join(f"{name} {first} to {last}" for name, (first, last) in windows.items())
    facts = {name: [first.isoformat(), last.isoformat()] for name, (first, last) in windows.items()}
    return Note("different-windows", f"The figures cover different periods: {told}.", facts)
