"""A draft being written, and the tabs of the editor."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext_lazy

from gevinst.features.benefits.models import BusinessCase
from gevinst.shared.errors import DomainError

GUIDED, YAML = "svar", "yaml"
TABS = {
    GUIDED: gettext_lazy("Questions"),
    "forudsaetninger": gettext_lazy("Assumptions"),
    "linjer": gettext_lazy("Costs and benefits"),
    "risici": gettext_lazy("Risks and quality"),
    "ramme": gettext_lazy("Frame and readings"),
    YAML: gettext_lazy("YAML"),
}


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft being written: the case, the tab, the text that stands in the page and its revision."""

    case: BusinessCase
    tab: str
    text: str
    revision: int
    conflict: DomainError | None = None
    saved: bool = False
