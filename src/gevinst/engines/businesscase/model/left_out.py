"""What a case has not looked at: areas, categories and work with people without a line."""

from __future__ import annotations

from collections.abc import Iterable

from gevinst.engines.businesscase.model.diagram import DIAGRAM, categories
from gevinst.engines.businesscase.model.taxonomy import Place, is_internal, offered, place
from gevinst.engines.businesscase.notes import Note


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
