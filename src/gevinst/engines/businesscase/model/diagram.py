"""The estimation diagram itself: its areas, its categories, and the third levels known in each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

# Level 1 -> level 2 -> the level-3 codes of the diagram. Source: KL/Deloitte 2022, figure 11.
DIAGRAM: Final[Mapping[str, Mapping[str, tuple[str, ...]]]] = {
    "project": {
        "resources": ("internal", "external"),
        "acquisition": ("external", "hardware", "licences"),
        "integrations": ("external", "internal", "hardware", "licences"),
    },
    "operation": {
        "system": ("internal", "external"),
        "maintenance": ("internal", "external"),
        "licences": ("running",),
    },
    "benefit": {"budget": (), "socioeconomic": (), "quality": ()},
    "risk": {"quantification": ("probability", "consequence", "effect")},
}
# Level-3 codes of our own, each with the categories it is offered in.
OPTIONAL: Final[Mapping[str, tuple[str, ...]]] = {
    "lease": ("project.acquisition", "operation.system", "operation.licences"),
    "training": ("project.resources", "operation.maintenance"),
    "data-work": ("project.resources", "project.integrations", "operation.maintenance"),
    "communication": ("project.resources",),
    "change-management": ("project.resources",),
    "decommissioning": ("project.resources", "operation.system"),
    "exit": ("project.acquisition", "operation.system", "operation.licences"),
    "cybersecurity": ("project.resources", "operation.system", "operation.maintenance"),
    "gdpr-counsel": ("project.resources", "operation.maintenance"),
}


def level3_codes(level1: str, level2: str) -> tuple[str, ...]:
    """The level-3 codes known in a category: those of the diagram, then our own."""
    ours = (code for code, homes in OPTIONAL.items() if f"{level1}.{level2}" in homes)
    return (*DIAGRAM.get(level1, {}).get(level2, ()), *ours)


def categories() -> tuple[str, ...]:
    """The fixed categories "level1.level2" in the order of the diagram.

    >>> categories()[:2]
    ('project.resources', 'project.acquisition')
    """
    return tuple(f"{area}.{category}" for area, held in DIAGRAM.items() for category in held)
