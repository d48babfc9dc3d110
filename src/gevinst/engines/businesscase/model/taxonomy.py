"""The estimation diagram: where a line of a case belongs. Levels 1 and 2 are fixed, level 3 is free."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from gevinst.engines.businesscase.model.diagram import DIAGRAM, level3_codes


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
        known = ", ".join(level3_codes(parts[0], parts[1])) or "a name of your own"
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
    return level3_codes(held.level1, held.level2)


def is_internal(code: str) -> bool:
    """Whether the line is the authority's own time: level 3 is `internal` or begins with `internal-`."""
    level3 = place(code).level3
    return level3 == "internal" or level3.startswith("internal-")
