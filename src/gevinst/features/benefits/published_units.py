"""Units of figures in words: the case files write them in English, with slashes."""

from __future__ import annotations

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as now
from django.utils.translation import pgettext_lazy

_U = "unit"
# As many, and as one ("per").
MANY: Final[dict[str, Promise | str]] = {
    "h": pgettext_lazy(_U, "hours"),
    "min": pgettext_lazy(_U, "minutes"),
    "DKK": pgettext_lazy(_U, "DKK"),
    "mio DKK": pgettext_lazy(_U, "DKK million"),
    "bn DKK": pgettext_lazy(_U, "DKK billion"),
    "t.kr.": pgettext_lazy(_U, "DKK 1,000"),
    "FTE": pgettext_lazy(_U, "FTE"),
    "years": pgettext_lazy(_U, "years"),
    "year": pgettext_lazy(_U, "year"),
    "months": pgettext_lazy(_U, "months"),
    "weeks": pgettext_lazy(_U, "weeks"),
    "days": pgettext_lazy(_U, "days"),
    "visits": pgettext_lazy(_U, "visits"),
    "citizens": pgettext_lazy(_U, "citizens"),
    "persons": pgettext_lazy(_U, "persons"),
    "residents": pgettext_lazy(_U, "residents"),
    "respondents": pgettext_lazy(_U, "respondents"),
    "cases": pgettext_lazy(_U, "cases"),
    "districts": pgettext_lazy(_U, "districts"),
    "homes": pgettext_lazy(_U, "homes"),
    "buildings": pgettext_lazy(_U, "buildings"),
    "robots": pgettext_lazy(_U, "robots"),
    "systems": pgettext_lazy(_U, "systems"),
    "users": pgettext_lazy(_U, "users"),
    "orders": pgettext_lazy(_U, "orders"),
    "sessions": pgettext_lazy(_U, "sessions"),
    "planners": pgettext_lazy(_U, "planners"),
    "posts": pgettext_lazy(_U, "posts"),
    "share": pgettext_lazy(_U, "share"),
    "ratio": pgettext_lazy(_U, "ratio"),
    "factor": pgettext_lazy(_U, "factor"),
    "pp": pgettext_lazy(_U, "percentage points"),
    "bool": "",
}
ONE: Final[dict[str, Promise]] = {
    "h": pgettext_lazy(_U, "hour"),
    "year": pgettext_lazy(_U, "year"),
    "month": pgettext_lazy(_U, "month"),
    "week": pgettext_lazy(_U, "week"),
    "day": pgettext_lazy(_U, "day"),
    "FTE": pgettext_lazy(_U, "FTE"),
    "visit": pgettext_lazy(_U, "visit"),
    "citizen": pgettext_lazy(_U, "citizen"),
    "home": pgettext_lazy(_U, "home"),
    "case": pgettext_lazy(_U, "case"),
    "robot": pgettext_lazy(_U, "robot"),
    "course": pgettext_lazy(_U, "course"),
    "effective hour": pgettext_lazy(_U, "effective hour"),
    "RPA hour": pgettext_lazy(_U, "robot hour"),
}


def unit_words(unit: str) -> str:
    """A unit as a reader reads it; parts that have no word stand as they are.

    >>> unit_words("furlongs/fortnight")
    'furlongs pr. fortnight'
    """
    first, *rest = unit.split("/")
    parts = [_many(first), *(str(ONE.get(each, each)) for each in rest)]
    return f" {now('per')} ".join(parts) if first or rest else ""


def _many(unit: str) -> str:
    """The first part, with what stands in brackets after it: "persons (2022)"."""
    if unit in MANY:
        return str(MANY[unit])
    name, bracket, rest = unit.partition(" (")
    return f"{MANY[name]} ({rest}" if bracket and name in MANY else unit
