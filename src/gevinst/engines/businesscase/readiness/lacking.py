"""What is told of a section that lacks something: a part that is empty, or too few of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from gevinst.engines.businesscase.notes import Note
from gevinst.engines.businesscase.readiness.template import Section


def empty_parts(section: Section, held: Mapping[str, object]) -> Iterator[Note]:
    """A note for every part that is empty; 0 is a figure, not an empty part."""
    for part, value in held.items():
        if value in (None, "", ()):
            message = f"Section {section} lacks {part.replace('_', ' ')}."
            yield Note("part-missing", message, {"section": section, "part": part})


def too_few(section: Section, count: int, wanted: int) -> Iterator[Note]:
    """A note where there are fewer than wanted."""
    if count < wanted:
        message = f"Section {section} has {count} of {wanted}."
        yield Note("too-few", message, {"section": section, "count": count, "wanted": wanted})
