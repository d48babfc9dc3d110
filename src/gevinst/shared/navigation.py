"""The main menu: rooms are entered here by `config.wiring`, pages show those that the actor may see."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise

from gevinst.shared.actor import Actor


@dataclass(frozen=True, slots=True)
class Entry:
    """A room in the menu. `visible` says whether an actor may see it."""

    order: int
    label: str | Promise
    url_name: str
    visible: Callable[[Actor], bool]


class Link(NamedTuple):
    """An entry as it is shown; `current` when the page belongs to it."""

    label: str
    url: str
    current: bool


_entries: dict[str, Entry] = {}


def register(entry: Entry) -> None:
    """Show `entry` in the menu; a later one of the same address takes its place."""
    _entries[entry.url_name] = entry


def links(actor: Actor, path: str) -> list[Link]:
    """The menu of `actor` on the page `path`. Rooms without an address are left out."""
    found = []
    for entry in sorted(_entries.values(), key=lambda e: e.order):
        try:
            url = reverse(entry.url_name)
        except NoReverseMatch:
            continue
        if entry.visible(actor):
            found.append(Link(str(entry.label), url, path.startswith(url)))
    return found
