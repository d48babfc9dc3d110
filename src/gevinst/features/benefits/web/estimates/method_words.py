"""The words of methods, candidates and what is counted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from gevinst.features.benefits.estimating.inputs import (
    EXPERIENCE,
    MARKET,
    PROJECTION,
    THREE_POINT,
    TRIANGULATION,
)

Words = Mapping[str, Promise]
METHODS: Final[Words] = {
    PROJECTION: gettext_lazy("Projection"),
    EXPERIENCE: gettext_lazy("Experience from other cases"),
    MARKET: gettext_lazy("Market analysis"),
    THREE_POINT: gettext_lazy("Three-point estimate"),
    TRIANGULATION: gettext_lazy("Several methods together"),
}
ABOUT: Final[Words] = {
    PROJECTION: gettext_lazy(
        "What past years came to, carried forward. Best where they follow a steady course."
    ),
    EXPERIENCE: gettext_lazy("What others came to, scaled to your size and your price year."),
    MARKET: gettext_lazy("What suppliers ask. The lowest and the highest may be cut away."),
    THREE_POINT: gettext_lazy("A judgement: the least, the likely and the most it can be."),
    TRIANGULATION: gettext_lazy(
        "Estimates you have kept, weighed by how much you believe in each."
    ),
}
# The engine's name of a method (three-point-pert, projection-linear) begins with one of these.
FAMILIES: Final[Words] = {
    "projection": METHODS[PROJECTION],
    "experience": METHODS[EXPERIENCE],
    "market": METHODS[MARKET],
    "three-point": METHODS[THREE_POINT],
    "triangulation": METHODS[TRIANGULATION],
}
GRADES: Final = {PROJECTION: "C", EXPERIENCE: "C", MARKET: "E", THREE_POINT: "D"}
CANDIDATES: Final[Words] = {
    "mean": gettext_lazy("The mean of the years"),
    "linear": gettext_lazy("A straight line"),
    "log-linear": gettext_lazy("The same growth in per cent each year"),
    "growth": gettext_lazy("The growth you gave"),
}
KINDS: Final[Words] = {
    "triangular": gettext_lazy("Triangle: (least + likely + most) / 3"),
    "pert": gettext_lazy("PERT: (least + 4 × likely + most) / 6"),
    "successive": gettext_lazy("Successive: (least + 3 × likely + most) / 5"),
}
COUNTS: Final[Words] = {
    "items": gettext_lazy("Items"),
    "untouched": gettext_lazy("Items handled untouched"),
    "exceptions": gettext_lazy("Exceptions"),
    "hours": gettext_lazy("Hours freed"),
    "dkk": gettext_lazy("DKK freed"),
    "runs": gettext_lazy("Runs"),
}


def family_words(method: str) -> str:
    """A method as the engine names it, in words."""
    for name, words in FAMILIES.items():
        if method.startswith(name):
            return str(words)
    return method
