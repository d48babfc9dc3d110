"""Where a value comes from: document, place, who, when, how well it is known."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """Where a value was found; every part may be empty.

    `document` is a file or title, `line` a line in it (0 where unknown), `anchor` a few words found there,
    `owner` the role that answers for the value, `date` when it was known (ISO), `note` the rest.
    """

    document: str = ""
    line: int = 0
    anchor: str = ""
    owner: str = ""
    date: str = ""
    note: str = ""

    def __str__(self) -> str:
        """The source in one line.

        >>> str(Source("ten-cases", 196, "5.3 minutes"))
        'ten-cases l.196: 5.3 minutes'
        """
        place = f"{self.document} l.{self.line}" if self.line else self.document
        return ": ".join(part for part in (place, self.anchor) if part)


UNKNOWN = Source()
