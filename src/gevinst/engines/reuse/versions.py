"""Which version of a building block is the newer one."""

from __future__ import annotations

import re
from collections.abc import Iterable

_PIECES = re.compile(r"\d+|[a-zA-Z]+")
_NUMBER = 2
_BEFORE = {"dev": -3, "a": -2, "alpha": -2, "b": -2, "beta": -2, "rc": -1, "pre": -1}


def newer(one: str, other: str) -> bool:
    """Whether version `one` comes after `other`: numbers by size, a final one after its candidates.

    >>> newer("1.10.0", "1.9.3"), newer("1.0", "1.0.0"), newer("2.0", "2.0rc1"), newer("v2", "1.9")
    (True, False, True, True)
    """
    return _key(one) > _key(other)


def newest(versions: Iterable[str]) -> str:
    """The newest of the versions; "" of none, the one named first where they are equal.

    >>> newest(["1.2", "1.10", "1.9"]), newest([])
    ('1.10', '')
    """
    return max(versions, key=_key, default="")


def _key(version: str) -> tuple[tuple[int, int, str], ...]:
    """Its numbers and letters, then its end, which stands after candidates and before all else."""
    pieces = _PIECES.findall(re.sub(r"^[vV](?=\d)", "", version.strip()))
    key: list[tuple[int, int, str]] = []
    for piece in [*pieces, ""]:
        made = _piece(piece.lower())
        # A zero before letters or the end says nothing: 1, 1.0 and 1.0.0 are the same.
        while made[0] < _NUMBER and key and key[-1] == (_NUMBER, 0, ""):
            key.pop()
        key.append(made)
    return tuple(key)


def _piece(piece: str) -> tuple[int, int, str]:
    if piece.isdigit():
        return (_NUMBER, int(piece), "")
    return (_BEFORE.get(piece, 1 if piece else 0), 0, piece)
