"""Walks lists and the change feed, a page at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from gevinst.client.shapes import Change, Json, made
from gevinst.client.transport import Transport


def items(transport: Transport, path: str, params: Mapping[str, Any]) -> Iterator[Json]:
    """Everything in a list, fetched as it is asked for."""
    page = transport.send("GET", path, params=params).json()
    yield from page["items"]
    while page["next"]:
        page = transport.send("GET", page["next"]).json()
        yield from page["items"]


class Changes:
    """The changes after `cursor`, until there are no more. `cursor` moves on when a page has been used up.

    Keep it when the loop has ended: what broke off is told again then, never skipped.
    """

    def __init__(self, transport: Transport, path: str, after: str, limit: int) -> None:
        self._transport, self._path, self._limit = transport, path, limit
        self.cursor = after

    def __iter__(self) -> Iterator[Change]:
        more = True
        while more:
            params = {"after": self.cursor, "limit": self._limit}
            page = self._transport.send("GET", self._path, params=params).json()
            for told in page["items"]:
                yield made(Change, told)
            self.cursor, more = page["next"], page["more"]
