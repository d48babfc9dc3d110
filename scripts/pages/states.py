"""`work-item-states.md`: the states of a work item and the moves between them, as its room draws them."""

from __future__ import annotations

from gevinst.features.operations.diagram import markdown


def page() -> str:
    """The page."""
    return markdown()
