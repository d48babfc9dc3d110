"""Where in the editor a fault is mended."""

from __future__ import annotations

from typing import Any

from gevinst.engines.businesscase.casefile.document import CaseFault
from gevinst.features.benefits.web.cases.editing.draft import TABS, YAML

# Which tab shows what a part of the file says.
TAB_OF = {
    "assumptions": "forudsaetninger",
    **dict.fromkeys(("costs", "benefits"), "linjer"),
    **dict.fromkeys(("risks", "quality"), "risici"),
    **dict.fromkeys(("years", "operation_from", "parties", "perspective", "readings"), "ramme"),
}


def place_of(fault: CaseFault | None) -> dict[str, Any]:
    """Where a fault of another tab is mended: the tab, the field there, and the line of the file."""
    if fault is None:
        return {}
    tab = TAB_OF.get(str(fault.path[0]), YAML) if fault.path else YAML
    field = "-".join(str(step) for step in fault.path) if tab != YAML else ""
    return {"tab": tab, "field": field, "line": fault.line, "words": TABS[tab]}
