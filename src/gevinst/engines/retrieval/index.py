"""The index: made, opened, written to and asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import tantivy

from gevinst.engines.retrieval.answering import Answering
from gevinst.engines.retrieval.asking import Asked, Filter, Found, Hit
from gevinst.engines.retrieval.checking import check
from gevinst.engines.retrieval.document import Document
from gevinst.engines.retrieval.faults import (
    IndexBroken,
    IndexMissing,
    broken_when_unreadable,
)
from gevinst.engines.retrieval.likeness import likest
from gevinst.engines.retrieval.schema import Schema
from gevinst.engines.retrieval.standing import Standing
from gevinst.engines.retrieval.tally import tallied
from gevinst.engines.retrieval.writing import write

# What the library names its files by.
PARTS = frozenset([".term", ".store", ".fast", ".idx", ".pos", ".fieldnorm", ".del", ".temp"])


class Index:
    """Documents of one schema, in a folder or in memory.

    >>> index = Index.create(Schema({"title": 1}))
    >>> index.write(add=[Document("1", {"title": "Kontrol af fakturaer"})], mark="17")
    >>> [hit.key for hit in index.search(Asked("faktura")).hits], index.mark
    (['1'], '17')
    """

    def __init__(self, schema: Schema, kept: tantivy.Index, folder: Path | None) -> None:
        self.schema = schema
        self._kept = kept
        self._standing = Standing(kept, folder)

    @classmethod
    def create(cls, schema: Schema, folder: Path | None = None) -> Index:
        """An empty index; one that stands in the folder already is emptied.

        Raises: IndexBusy while another writes to it.
        """
        if folder is not None:
            folder.mkdir(parents=True, exist_ok=True)
            _clear(folder)
        with broken_when_unreadable():
            kept = tantivy.Index(schema.fields(), str(folder) if folder else None, reuse=False)
        index = cls(schema, kept, folder)
        index.write()
        return index

    @classmethod
    def open(cls, schema: Schema, folder: Path) -> Index:
        """The index in the folder.

        Raises: IndexMissing; IndexBroken where it cannot be read or was made for another schema.
        """
        if not (folder / "meta.json").is_file():
            raise IndexMissing("there is no index here")
        with broken_when_unreadable():
            index = cls(schema, tantivy.Index.open(str(folder)), folder)
            made_with = index._standing.now().made_with
        if made_with != schema.fingerprint():
            raise IndexBroken("the index was made with another schema")
        return index

    @property
    def mark(self) -> str:
        """What the last commit was marked with: how far the index has followed its source."""
        with broken_when_unreadable():
            return self._standing.now().mark

    def write(
        self, *, add: Iterable[Document] = (), remove: Iterable[str] = (), mark: str = ""
    ) -> None:
        """One commit: what is added replaces what had the same key.

        Raises: IndexBusy while another process writes; nothing is changed then.
        """
        write(self._kept, self.schema, add, remove, mark)
        self._standing.changed()

    def search(self, asked: Asked) -> Found:
        """The answer to a question. Raises: IndexBroken; LookupError where a name is not of the schema."""
        check(asked, self.schema)
        with broken_when_unreadable():
            return Answering(self.schema, self._standing.now()).found(asked)

    def tally(self, asked: Asked, filters: Sequence[Filter]) -> list[int]:
        """How many documents answer and pass each of the filters. Raises: IndexBroken, LookupError."""
        for each in (asked, *(Asked(within=one) for one in filters)):
            check(each, self.schema)
        with broken_when_unreadable():
            return tallied(asked, filters, self.schema, self._standing.now())

    def similar(
        self, texts: Mapping[str, str], within: Filter | None = None, limit: int = 5
    ) -> list[Hit]:
        """The documents most like the texts, scored from 0 to 1 (the same words). Raises: IndexBroken."""
        check(Asked(within=within), self.schema)
        with broken_when_unreadable():
            return likest(texts, within, limit, self.schema, self._standing.now())


def _clear(folder: Path) -> None:
    """Takes away the index that stands there; another's files are left alone."""
    if not (folder / "meta.json").is_file():
        return
    for file in folder.iterdir():
        if file.name.startswith(".") or file.suffix in PARTS or file.name == "meta.json":
            file.unlink()
