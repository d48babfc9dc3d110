"""One commit to an index: documents, what is taken out, and the mark."""

from __future__ import annotations

import json
from collections.abc import Iterable

import tantivy

from gevinst.engines.retrieval.document import Document
from gevinst.engines.retrieval.faults import IndexBroken, IndexBusy, broken_when_unreadable
from gevinst.engines.retrieval.keeping import kept
from gevinst.engines.retrieval.schema import Schema

HEAP = 200_000_000  # bytes before a part of the index is laid down


def write(
    index: tantivy.Index,
    schema: Schema,
    add: Iterable[Document],
    remove: Iterable[str],
    mark: str,
) -> None:
    """Adds and removes in one commit; what goes wrong in making `add` is not caught. Raises: IndexBusy."""
    with broken_when_unreadable():
        writer = _writer(index)
    try:
        for key in remove:
            writer.delete_documents_by_term("key", key)
        for document in add:
            writer.delete_documents_by_term("key", document.key)
            writer.add_document(kept(document, schema))
        with broken_when_unreadable():
            writer.delete_documents_by_term("kind", "mark")
            writer.add_document(_mark(schema, mark))
            writer.commit()
    finally:
        # What was not committed is forgotten here, and the next one may write.
        with broken_when_unreadable():
            writer.wait_merging_threads()


def _writer(index: tantivy.Index) -> tantivy.IndexWriter:
    try:
        return index.writer(HEAP, 1)
    except ValueError as fault:
        fits = IndexBusy if "LockBusy" in str(fault) else IndexBroken
        raise fits("the index cannot be written to at this moment") from fault


def _mark(schema: Schema, mark: str) -> tantivy.Document:
    made = tantivy.Document()
    made.add_text("kind", "mark")
    told = {"mark": mark, "made_with": schema.fingerprint()}
    made.add_bytes("mark", json.dumps(told).encode())
    return made
