"""Draws a share of the items for a person to look at: always the same ones for the same seed."""

from __future__ import annotations

from hashlib import sha256

OF = 1000


def draw(seed: str, reference: str) -> int:
    """A number from 0 to 999 for the item, which nobody can foretell who does not know the seed.

    >>> draw("s", "99000007-F-1001-0123abcd") == draw("s", "99000007-F-1001-0123abcd")
    True
    """
    return int.from_bytes(sha256(f"{seed}\n{reference}".encode()).digest()[:8]) % OF
