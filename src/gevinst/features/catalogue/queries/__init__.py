"""What other rooms may ask of the catalogue; each subject has a module of its own here."""

from gevinst.features.catalogue.queries.reading import (
    SORTS,
    changeable,
    process,
    processes,
    readable_ids,
    shared_counts,
    titles,
)

__all__ = [
    "SORTS", "changeable", "process", "processes", "readable_ids",
    "shared_counts", "titles",
]  # fmt: skip
