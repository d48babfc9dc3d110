"""`benefit-states.md`: the states of a benefit and what each move needs, as its room draws them."""

from __future__ import annotations

from gevinst.features.benefits.diagram import markdown


def page() -> str:
    """The page."""
    return markdown()
