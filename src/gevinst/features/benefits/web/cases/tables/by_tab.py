"""The full tables of a business case, by the tab that shows them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from gevinst.features.benefits.web.cases.editing.fields import Fields, Section
from gevinst.features.benefits.web.cases.tables.assumptions import assumptions
from gevinst.features.benefits.web.cases.tables.frame import frame
from gevinst.features.benefits.web.cases.tables.lines import lines
from gevinst.features.benefits.web.cases.tables.risks import risks

TABLES: Mapping[str, Callable[[Fields], list[Section]]] = {
    "forudsaetninger": assumptions,
    "linjer": lines,
    "risici": risks,
    "ramme": frame,
}
