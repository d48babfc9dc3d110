"""Which parts of the catalogue stand on the page of a process, and in which order."""

from __future__ import annotations

from gevinst.shared import panels


def connect() -> None:
    """Called once by `wiring.connect`. Slots: `catalogue.process` and it with `.actions`, `.top`, `.aside`."""
    panels.panels("catalogue.process")
