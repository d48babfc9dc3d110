"""Our engine with one part taken out, to see what each is worth."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from unittest import mock

from gevinst.engines.retrieval import keeping, matching
from gevinst.engines.retrieval.evaluate import first, indexed
from gevinst.engines.retrieval.measure import Quality, Query, quality

# The name in the table, the module, and what its settings are replaced by.
WITHOUT = {
    "grams": (matching, {"GRAMS_WEIGH": 0.0}),
    "stems": (matching, {"STEMS_WEIGH": 0.0}),
    "length_prior": (keeping, {"STEMS_MORE": "", "GRAMS_MORE": ""}),
    "compounds": (matching, {"MOST_COMPOUNDS": 0}),
}


def without(part: str, texts: Mapping[str, str], queries: list[Query]) -> Quality:
    """The quality with that part taken out."""
    with _replaced(part):
        index = indexed(texts)
        return quality(lambda text: first(index, text), queries)


@contextmanager
def _replaced(part: str) -> Iterator[None]:
    module, settings = WITHOUT[part]
    with mock.patch.multiple(module, **settings):
        yield
