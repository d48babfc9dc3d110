"""Slots: a page of a lower feature shows what higher features know, without importing them.

`config.wiring` registers; a template draws `{% panels "catalogue.process" process %}`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

Context = dict[str, Any] | None


@dataclass(frozen=True, slots=True)
class Panel:
    """`context` gives what `template` needs for a subject, or None when there is nothing to show."""

    order: int
    template: str
    context: Callable[[HttpRequest, Any], Context]


_slots: dict[str, list[Panel]] = {}


def register(slot: str, panel: Panel) -> None:
    """Show `panel` in `slot`; the same one twice counts once."""
    held = _slots.setdefault(slot, [])
    if panel not in held:
        held.append(panel)
        held.sort(key=lambda p: p.order)


def panels(slot: str) -> list[Panel]:
    """The panels of a slot, in order."""
    return list(_slots.get(slot, []))
