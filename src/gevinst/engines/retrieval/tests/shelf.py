"""A small index of a catalogue for the tests of this room."""

from __future__ import annotations

from gevinst.engines.retrieval.document import Document
from gevinst.engines.retrieval.index import Index
from gevinst.engines.retrieval.schema import Schema

SCHEMA = Schema({"title": 4, "body": 1}, ("hours",), ("phase", "place"))
BOOKS = {
    "a": ("Fakturakontrol", "Robotten kontrollerer beløb", {"phase:idea", "place:aarhus"}, 10),
    "b": ("Kontrol af fakturaer", "Bilag og beløb", {"phase:live", "place:aarhus"}, 30),
    "c": ("Lægeattester", "KLE 32.45.04 hos kommunen", {"phase:live", "place:vejle"}, 20),
    "d": ("Åbenrå", "Kommunens dagpenge og børnepenge", {"phase:idea"}, None),
    "e": ("Sygedagpenge", "Hemmelig plan om solceller", {"phase:live", "secret:yes"}, 20),
}


def book(key: str) -> Document:
    """One document of the shelf."""
    title, body, terms, hours = BOOKS[key]
    numbers = {} if hours is None else {"hours": float(hours)}
    return Document(key, {"title": title, "body": body}, frozenset(terms), numbers, f"<{key}>")


def shelf() -> Index:
    """All documents in memory."""
    index = Index.create(SCHEMA)
    index.write(add=map(book, BOOKS), mark="1")
    return index
