"""Text in XML, heard event by event: nothing is fetched or expanded, and no tree grows in memory."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from lxml import etree

PIECE = 64 * 1024
SPACES = frozenset({"tab", "br", "cr", "line-break", "s"})


class Unfit(Exception):
    """The XML has a document type, which could define entities; documents have none."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """Local names: text counts inside `text` (everywhere when empty), a piece ends with `block`.

    `skip` is left out with all that it holds; `named`: what the attribute `name` says counts too.
    """

    block: frozenset[str]
    text: frozenset[str] = frozenset()
    skip: frozenset[str] = frozenset()
    named: bool = False


@dataclass
class _Listener:
    """What the parser tells; `pieces` are taken between two feedings."""

    spoken: Spoken
    pieces: list[str] = field(default_factory=list)
    _said: list[str] = field(default_factory=list)
    _inside: int = 0
    _hidden: int = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        name = _local(tag)
        self._inside += name in self.spoken.text
        self._hidden += name in self.spoken.skip
        if name in SPACES:
            self._said.append(" ")
        if self.spoken.named and "name" in attributes:
            self.pieces.append(attributes["name"])

    def end(self, tag: str) -> None:
        name = _local(tag)
        self._inside -= name in self.spoken.text
        self._hidden -= name in self.spoken.skip
        if not self.spoken.block or name in self.spoken.block:
            self._flush()

    def data(self, text: str) -> None:
        if not self._hidden and (self._inside or not self.spoken.text):
            self._said.append(text)

    def doctype(self, *_facts: object) -> None:
        raise Unfit

    def close(self) -> None:
        self._flush()

    def _flush(self) -> None:
        if piece := "".join(self._said).strip():
            self.pieces.append(piece)
        self._said = []


def heard(content: bytes, spoken: Spoken) -> Iterator[str]:
    """The pieces of text in an XML document, in order. Raises `Unfit`, `etree.XMLSyntaxError`."""
    listener = _Listener(spoken)
    parser = etree.XMLParser(  # a target may leave out what it does not listen to
        target=cast(Any, listener),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
    )
    for start in range(0, len(content), PIECE):
        parser.feed(content[start : start + PIECE])
        yield from _taken(listener)
    parser.close()
    yield from _taken(listener)


def _taken(listener: _Listener) -> list[str]:
    pieces, listener.pieces = listener.pieces, []
    return pieces


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]
