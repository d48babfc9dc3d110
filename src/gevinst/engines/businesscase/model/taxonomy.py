"""The estimation diagram: where a line of a case belongs. Levels 1 and 2 are fixed, level 3 is free."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from gevinst.engines.businesscase.notes import Note


class Phase(StrEnum):
    """The three parts that the expenditure of a scenario is broken down into."""

    INVESTMENT = "investment"
    IMPLEMENTATION = "implementation"
    OPERATION = "operation"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a line belongs; `level3` is "" for a line of the whole category.

    `known` holds where the diagram, or its optional codes, name the third level.
    """

    level1: str
    level2: str
    level3: str
    known: bool

    @property
    def code(self) -> str:
        """The place as one code, as `place` reads it."""
        return ".".join(part for part in (self.level1, self.level2, self.level3) if part)


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

_PHASE_OF_CATEGORY: Final = {
    "resources": Phase.IMPLEMENTATION,
    "acquisition": Phase.INVESTMENT,
    "integrations": Phase.INVESTMENT,
}
# A lease is paid while it runs; work with people and data is implementation wherever it is bought.
_PHASE_OF_ACTIVITY: Final = {
    "lease": Phase.OPERATION,
    "training": Phase.IMPLEMENTATION,
    "data-work": Phase.IMPLEMENTATION,
    "communication": Phase.IMPLEMENTATION,
    "change-management": Phase.IMPLEMENTATION,
}
_LEVEL3 = re.compile(r"[a-z0-9æøå]+(-[a-z0-9æøå]+)*")
_LEVELS = 3


def place(code: str) -> Place:
    """Where `code` ("level1.level2" or "level1.level2.level3") belongs in the diagram.

    Raises `ValueError` that lists what is allowed, where level 1 or 2 is not in the diagram, or
    level 3 is not small letters and digits with single hyphens.

    >>> place("project.resources.internal")
    Place(level1='project', level2='resources', level3='internal', known=True)
    >>> place("benefit.budget.fewer-visits").known
    False
    >>> place("operation.hosting")
    Traceback (most recent call last):
    ValueError: 'operation.hosting': 'hosting' is not in operation; write one of system, maintenance, licences
    """
    level1, level2, level3 = _parts(code)
    _listed(code, level1, DIAGRAM, "the diagram")
    _listed(code, level2, DIAGRAM[level1], level1)
    if not level3:
        return Place(level1, level2, "", known=True)
    return Place(level1, level2, level3, known=level3 in offered(f"{level1}.{level2}"))


def _parts(code: str) -> tuple[str, str, str]:
    """The three levels of a code, the third "" where it is left out."""
    parts = code.split(".")
    if len(parts) not in (_LEVELS - 1, _LEVELS):
        areas = ", ".join(DIAGRAM)
        raise ValueError(
            f"{code!r} has {len(parts)} parts; write level1.level2 or level1.level2.level3, "
            f"with level 1 one of {areas}"
        )
    level3 = parts[2] if len(parts) == _LEVELS else ""
    if len(parts) == _LEVELS and not _LEVEL3.fullmatch(level3):
        known = ", ".join(_offered(parts[0], parts[1])) or "a name of your own"
        raise ValueError(
            f"{code!r}: {level3!r} is not a code; write small letters and digits with single "
            f"hyphens, for example {known}"
        )
    return parts[0], parts[1], level3


def _listed(code: str, part: str, allowed: Iterable[str], where: str) -> None:
    names = tuple(allowed)
    if part not in names:
        raise ValueError(f"{code!r}: {part!r} is not in {where}; write one of {', '.join(names)}")


def offered(category: str) -> tuple[str, ...]:
    """The level-3 codes that are known in a category "level1.level2": the diagram's, then ours.

    >>> offered("operation.licences")
    ('running', 'lease', 'exit')
    """
    held = place(category)
    return _offered(held.level1, held.level2)


def _offered(level1: str, level2: str) -> tuple[str, ...]:
    ours = (code for code, homes in OPTIONAL.items() if f"{level1}.{level2}" in homes)
    return (*DIAGRAM.get(level1, {}).get(level2, ()), *ours)


def categories() -> tuple[str, ...]:
    """The fixed categories "level1.level2" in the order of the diagram.

    >>> categories()[:2]
    ('project.resources', 'project.acquisition')
    """
    return tuple(f"{area}.{category}" for area, held in DIAGRAM.items() for category in held)


def phase(code: str) -> Phase | None:
    """The phase an expenditure belongs to; None for a benefit and for the risk pool.

    Raises `ValueError` as `place`.

    >>> phase("project.acquisition.hardware").value, phase("project.acquisition.training").value
    ('investment', 'implementation')
    >>> phase("benefit.budget.time") is None
    True
    """
    held = place(code)
    if held.level1 == "operation":
        return Phase.OPERATION
    if held.level1 != "project":
        return None
    return _PHASE_OF_ACTIVITY.get(held.level3, _PHASE_OF_CATEGORY[held.level2])


def is_internal(code: str) -> bool:
    """Whether the line is the authority's own time: level 3 is `internal` or begins with `internal-`."""
    level3 = place(code).level3
    return level3 == "internal" or level3.startswith("internal-")


def completeness(codes: Iterable[str]) -> tuple[Note, ...]:
    """What a case with lines of these codes has not looked at; a line of 0 DKK counts as looked at.

    Raises `ValueError` as `place`. Source: KL/Deloitte 2022, figure 11; trap 12.

    >>> [note.code for note in completeness(categories())]
    ['internal-time-left-out', 'training-left-out']
    """
    held = [place(code) for code in codes]
    areas = {one.level1 for one in held}
    present = {f"{one.level1}.{one.level2}" for one in held}
    notes = [_area_left_out(area) for area in DIAGRAM if area not in areas]
    notes += [
        _category_left_out(category)
        for category in categories()
        if category not in present and category.split(".")[0] in areas & {"project", "operation"}
    ]
    return (*notes, *_people_left_out(held))


def _area_left_out(area: str) -> Note:
    return Note(
        "area-left-out",
        f"The case has no line in the area {area}. Add one, or a line of 0 if there is nothing.",
        {"area": area, "allowed": tuple(DIAGRAM[area])},
    )


def _category_left_out(category: str) -> Note:
    return Note(
        "category-left-out",
        f"The case has no line in {category}. Add one, or a line of 0 if there is nothing.",
        {"category": category, "allowed": offered(category)},
    )


def _people_left_out(held: list[Place]) -> list[Note]:
    """The two kinds of work with people that are most often forgotten."""
    project = [one for one in held if one.level1 == "project"]
    notes = []
    if not any(one.level2 == "resources" and is_internal(one.code) for one in project):
        notes.append(
            Note(
                "internal-time-left-out",
                "The hours of the authority's own staff are not in the project expenditure. "
                "Add project.resources.internal, or a line of 0 if there are none.",
                {"trap": 12, "code": "project.resources.internal"},
            )
        )
    if not any(one.level3 in ("training", "change-management") for one in project):
        notes.append(
            Note(
                "training-left-out",
                "No money is set aside for training and change management. "
                "Add project.resources.training or project.resources.change-management.",
                {"codes": ("project.resources.training", "project.resources.change-management")},
            )
        )
    return notes
