"""Where a node stands, as an absolute XPath with positions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gevinst.engines.conformance.xpath.parser import NAMESPACES

if TYPE_CHECKING:
    from gevinst.engines.conformance.nodes import NodeTable
    from gevinst.engines.conformance.vocabulary import Vocabulary

PREFIXES = {uri: prefix for prefix, uri in NAMESPACES.items()}


def prefixed(words: Vocabulary, path: int) -> str:
    """The last name of a path with the usual prefix of its namespace, if there is one."""
    prefix = PREFIXES.get(words.uris[path])
    return f"{prefix}:{words.locals[path]}" if prefix else words.locals[path]


def place_of(table: NodeTable, row: int) -> str:
    """Such as `/ubl:Invoice[1]/cac:InvoiceLine[2]/cbc:ID[1]/@schemeID`."""
    words, parts = table.vocabulary, []
    while (above := int(table.parents[row])) >= 0:
        path = int(table.paths[row])
        name = prefixed(words, path)
        if words.attributes[path]:
            parts.append(f"@{name}")
        else:
            rows = table.by_path()[path]
            parts.append(f"{name}[{_among(table, rows, row, above)}]")
        row = above
    return "/" + "/".join(reversed(parts))


def _among(table: NodeTable, rows: object, row: int, parent: int) -> int:
    """The position of the row among the children of one name of its parent."""
    import numpy as np

    at = int(np.searchsorted(rows, row))  # type: ignore[call-overload]
    first = int(np.searchsorted(rows, parent))  # type: ignore[call-overload]
    return at - first + 1
