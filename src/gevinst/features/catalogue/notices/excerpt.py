"""Shortens two long texts to the place where they differ."""

from __future__ import annotations

from itertools import takewhile

LONG = 160  # characters that are shown whole
AROUND = 40  # characters kept of what is the same on each side
MOST = 240


def excerpts(before: str, after: str) -> tuple[str, str]:
    """Both texts, each cut to what differs with a little around it; short ones whole.

    >>> excerpts("Kort", "Længere")
    ('Kort', 'Længere')
    >>> excerpts("a" * 200 + "b", "a" * 200 + "c")[1] == "…" + "a" * 40 + "c"
    True
    """
    if len(before) <= LONG and len(after) <= LONG:
        return before, after
    start = _common(before, after)
    rest = min(len(before), len(after)) - start
    same = _common(before[::-1], after[::-1])
    end = min(same, rest)
    return _cut(before, start, end), _cut(after, start, end)


def _cut(text: str, start: int, end: int) -> str:
    first, last = max(0, start - AROUND), min(len(text), len(text) - end + AROUND)
    kept = text[first:last]
    if len(kept) > MOST:
        kept, last = kept[:MOST], 0
    return f"{'…' if first else ''}{kept}{'…' if last < len(text) else ''}"


def _common(one: str, other: str) -> int:
    """How many characters both begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
