"""The state of an index that a search looks at: read again when a commit has come, not before."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import Any

import tantivy
from tantivy import Query

from gevinst.engines.retrieval.vocabulary import Vocabulary

REMEMBERED = 256


@dataclass(frozen=True, slots=True)
class State:
    """One commit of the index as readers see it, and what was counted in it already."""

    searcher: tantivy.Searcher
    vocabulary: Vocabulary
    mark: str
    made_with: str
    counted: dict[Any, dict[str, int]] = field(default_factory=dict)

    def remember(self, key: Any, counts: dict[str, int]) -> None:
        """Keeps counts for the next reader of the same page, the oldest given up first."""
        if len(self.counted) >= REMEMBERED:
            self.counted.pop(next(iter(self.counted)), None)
        self.counted[key] = counts


class Standing:
    """The newest state of an index in a folder or in memory."""

    def __init__(self, kept: tantivy.Index, folder: Path | None) -> None:
        self._kept = kept
        self._meta = None if folder is None else folder / "meta.json"
        self._seen: object = None
        self._state: State | None = None
        self._lock = Lock()

    def changed(self) -> None:
        """Says that a commit was made here."""
        self._state = None

    def now(self) -> State:
        """The newest state."""
        stamp = self._stamp()
        state = self._state
        if state is not None and stamp == self._seen:
            return state
        with self._lock:
            self._kept.reload()
            self._state, self._seen = state, _ = _read(self._kept), stamp
            return state

    def _stamp(self) -> object:
        if self._meta is None:
            return None
        told = self._meta.stat()
        return told.st_mtime_ns, told.st_ino, told.st_size


def _read(kept: tantivy.Index) -> State:
    searcher = kept.searcher()
    told = {"mark": "", "made_with": ""}
    query = Query.term_query(kept.schema, "kind", "mark", "basic")
    for _, place in searcher.search(query, 1).hits:
        told = json.loads(searcher.doc(place)["mark"][0])
    return State(searcher, Vocabulary(searcher), told["mark"], told["made_with"])
