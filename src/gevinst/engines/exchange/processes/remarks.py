"""What was not understood: where it stood, what was there, and what was done about it."""

from __future__ import annotations

from dataclasses import dataclass

SHOWN = 200  # characters of a value that a remark keeps

# What was wrong, and what was done: stable codes, put into words by whoever shows them.
WHATS = frozenset({
    "unknown-value", "not-a-number", "out-of-range", "not-a-day", "not-yes-or-no", "not-an-address",
    "too-long", "wrong-type", "formula", "unknown-field", "no-title", "no-id", "twice",
    "unreadable-record", "not-carried",
})  # fmt: skip
DONES = frozenset({"left-out", "shortened", "moved", "refused"})


@dataclass(frozen=True, slots=True)
class Remark:
    """A value that was not taken as it stood. `field` is the column or the name in the file."""

    place: str
    field: str
    value: str
    what: str
    done: str = "left-out"

    @property
    def refused(self) -> bool:
        """Whether the whole record is refused because of this."""
        return self.done == "refused"


def shown(value: object) -> str:
    """A value as a remark keeps it: one line, not longer than `SHOWN`.

    >>> shown(["a", 1]), len(shown("x" * 999))
    ("['a', 1]", 200)
    """
    text = " ".join(str(value).split())
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"
