"""Units of figures in words: the case files write them in English, with slashes."""

from __future__ import annotations

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import pgettext, pgettext_lazy

# As many, and as one ("per").
MANY: Final[dict[str, Promise | str]] = {
    "h": pgettext_lazy("unit", "hours"),
    "hours": pgettext_lazy("unit", "hours"),
    "min": pgettext_lazy("unit", "minutes"),
    "minutes": pgettext_lazy("unit", "minutes"),
    "DKK": pgettext_lazy("unit", "DKK"),
    "mio DKK": pgettext_lazy("unit", "DKK million"),
    "bn DKK": pgettext_lazy("unit", "DKK billion"),
    "t.kr.": pgettext_lazy("unit", "DKK 1,000"),
    "FTE": pgettext_lazy("unit", "FTE"),
    "years": pgettext_lazy("unit", "years"),
    "year": pgettext_lazy("unit", "year"),
    "months": pgettext_lazy("unit", "months"),
    "weeks": pgettext_lazy("unit", "weeks"),
    "days": pgettext_lazy("unit", "days"),
    "visits": pgettext_lazy("unit", "visits"),
    "citizens": pgettext_lazy("unit", "citizens"),
    "persons": pgettext_lazy("unit", "persons"),
    "residents": pgettext_lazy("unit", "residents"),
    "respondents": pgettext_lazy("unit", "respondents"),
    "cases": pgettext_lazy("unit", "cases"),
    "districts": pgettext_lazy("unit", "districts"),
    "homes": pgettext_lazy("unit", "homes"),
    "buildings": pgettext_lazy("unit", "buildings"),
    "robots": pgettext_lazy("unit", "robots"),
    "systems": pgettext_lazy("unit", "systems"),
    "users": pgettext_lazy("unit", "users"),
    "orders": pgettext_lazy("unit", "orders"),
    "sessions": pgettext_lazy("unit", "sessions"),
    "planners": pgettext_lazy("unit", "planners"),
    "posts": pgettext_lazy("unit", "posts"),
    "share": pgettext_lazy("unit", "share"),
    "ratio": pgettext_lazy("unit", "ratio"),
    "factor": pgettext_lazy("unit", "factor"),
    "pp": pgettext_lazy("unit", "percentage points"),
    "bool": "",
    "1": "",  # so many per period
}
ONE: Final[dict[str, Promise]] = {
    "h": pgettext_lazy("unit", "hour"),
    "hour": pgettext_lazy("unit", "hour"),
    "period": pgettext_lazy("unit", "period"),
    "year": pgettext_lazy("unit", "year"),
    "month": pgettext_lazy("unit", "month"),
    "week": pgettext_lazy("unit", "week"),
    "day": pgettext_lazy("unit", "day"),
    "FTE": pgettext_lazy("unit", "FTE"),
    "visit": pgettext_lazy("unit", "visit"),
    "citizen": pgettext_lazy("unit", "citizen"),
    "home": pgettext_lazy("unit", "home"),
    "case": pgettext_lazy("unit", "case"),
    "robot": pgettext_lazy("unit", "robot"),
    "course": pgettext_lazy("unit", "course"),
    "effective hour": pgettext_lazy("unit", "effective hour"),
    "RPA hour": pgettext_lazy("unit", "robot hour"),
}


def unit_words(unit: str) -> str:
    """A unit as a reader reads it; parts that have no word stand as they are.

    >>> unit_words("furlongs"), unit_words("")
    ('furlongs', '')
    """
    first, *rest = unit.split("/")
    parts = [_many(first), *(str(ONE.get(each, each)) for each in rest)]
    per = pgettext("unit", "per")
    return f" {per} ".join(parts).strip() if first or rest else ""


def _many(unit: str) -> str:
    """The first part, with what stands in brackets after it: "persons (2022)"."""
    if unit in MANY:
        return str(MANY[unit])
    name, bracket, rest = unit.partition(" (")
    return f"{MANY[name]} ({rest}" if bracket and name in MANY else unit
