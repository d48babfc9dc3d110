"""What is asked of published cases: which there are, one of them, and what its case file comes to."""

from gevinst.features.benefits.queries.published.entry import AUTHORITY, SHIPPED, Published
from gevinst.features.benefits.queries.published.finding import (
    everything,
    publication_of,
    published,
    published_case,
    slug_of,
    taken_slugs,
)
from gevinst.features.benefits.queries.published.lacking import missing
from gevinst.features.benefits.queries.published.wanted import (
    EFFECT,
    FACETS,
    NEWEST,
    TITLE,
    PublishedWanted,
)
from gevinst.features.benefits.queries.published.worked_out import (
    Known,
    known,
    notes,
    proof,
    readings,
)

__all__ = [
    "AUTHORITY",
    "EFFECT",
    "FACETS",
    "NEWEST",
    "SHIPPED",
    "TITLE",
    "Known",
    "Published",
    "PublishedWanted",
    "everything",
    "known",
    "missing",
    "notes",
    "proof",
    "publication_of",
    "published",
    "published_case",
    "readings",
    "slug_of",
    "taken_slugs",
]
