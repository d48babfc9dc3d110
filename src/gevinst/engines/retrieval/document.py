"""What is put into an index: one document with its texts, exact terms and numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Document:
    """One thing that can be found; adding the same `key` again replaces it.

    `terms` are exact ("phase:idea"); the part before the first colon is the facet. `numbers` are for
    sorting and ranges, `orders` are texts to sort by as they stand, `stored` is given back with the hit.

    >>> Document("7", {"title": "Fakturakontrol"}, frozenset({"phase:idea"})).terms
    frozenset({'phase:idea'})
    """

    key: str
    texts: Mapping[str, str]
    terms: frozenset[str] = frozenset()
    numbers: Mapping[str, float] = field(default_factory=dict)
    stored: str = ""
    orders: Mapping[str, str] = field(default_factory=dict)
