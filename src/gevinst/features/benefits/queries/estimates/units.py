"""Units as they are compared: synonyms as one, without scale."""

from __future__ import annotations

from decimal import Decimal

# Units that are written in several ways, a year's amount as the amount itself.
SAME = {
    "timer": "hours", "h": "hours", "hour": "hours", "time": "hours", "kr": "dkk", "kr.": "dkk",
    "min": "minutes", "minutter": "minutes", "minut": "minutes", "årsværk": "fte", "sager": "items",
    "sag": "item", "stk": "items", "år": "year", "pct": "%", "share": "%",
}  # fmt: skip
_SCALE = {"mio": Decimal(1_000_000), "t": Decimal(1000)}


def unit_key(unit: str) -> tuple[str, ...]:
    """A unit as it is compared: synonyms as one, without "a year" and without its scale.

    >>> unit_key("mio DKK/year") == unit_key("kr/år") == unit_key("DKK")
    True
    """
    parts = [part.strip() for part in unit.lower().replace(" pr. ", "/").split("/")]
    named = [_named(part) for part in parts if part]
    return tuple(part for part in named if part != "year")


def _named(part: str) -> str:
    words = [
        word for word in part.split("(", maxsplit=1)[0].split() if word.rstrip(".") not in _SCALE
    ]
    bare = " ".join(words)
    return SAME.get(bare, bare)


def scale_of(unit: str) -> Decimal:
    """What a number in the unit is multiplied by to be in the plain unit.

    >>> scale_of("mio DKK"), scale_of("t.kr."), scale_of("hours")
    (Decimal('1000000'), Decimal('1'), Decimal('1'))
    """
    first = unit.lower().split(maxsplit=1)[0] if unit.split() else ""
    return _SCALE.get(first.rstrip("."), Decimal(1))
