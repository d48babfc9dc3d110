"""A rate as settings state it: `120/m`."""

from __future__ import annotations

import re
from typing import NamedTuple

SPANS = {"s": 1, "m": 60, "h": 3600}
_STATED = re.compile(r"(\d+)/([smh])")


class Rate(NamedTuple):
    """At most `most` requests in `seconds`; none at all when `most` is 0."""

    most: int
    seconds: int


def rate(stated: str) -> Rate:
    """The rate of a text. Raises `ValueError` for one that is none.

    >>> rate("120/m")
    Rate(most=120, seconds=60)
    """
    found = _STATED.fullmatch(stated.strip())
    if found is None:
        raise ValueError(f"a rate looks like 120/m, not {stated!r}")
    return Rate(int(found[1]), SPANS[found[2]])
