"""Metadata in the formats that readers ask for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from gevinst.engines.opendata.model import Catalogue


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its media type, and what the library calls it."""

    media_type: str
    library: str


# By the ending of an address.
FORMATS: Mapping[str, Format] = {
    "ttl": Format("text/turtle", "turtle"),
    "rdf": Format("application/rdf+xml", "pretty-xml"),
    "jsonld": Format("application/ld+json", "json-ld"),
}


def serialised(catalogue: Catalogue, ending: str) -> bytes:
    """The catalogue by DCAT-AP in the format of an ending. Raises KeyError for one that is none."""
    from gevinst.engines.opendata.dcat import graph

    return graph(catalogue).serialize(format=FORMATS[ending].library, encoding="utf-8")
