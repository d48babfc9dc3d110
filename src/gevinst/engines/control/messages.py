"""Messages with placeholders: `{line.price|money}` is the value read, worded in Danish or English.

Forms: `money` (1.234,50 kr.), `number`, `date` (12. oktober 2026), `time` (with the clock, in Denmark),
`person` (masked), `plain`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from gevinst.engines.blockkit.contract import Text
from gevinst.engines.control.expression import Name
from gevinst.engines.identifiers import mask_cpr
from gevinst.engines.money import danish, half_up

PLACEHOLDER = re.compile(r"\{([a-z_]+)\.([a-z0-9_]+)(?:\|([a-z]+))?\}")
BRACES = re.compile(r"[{}]")
PLAIN = "plain"
FORMS = (PLAIN, "money", "number", "date", "time", "person")
LOCAL = ZoneInfo("Europe/Copenhagen")
MONTHS = {
    "da": "januar februar marts april maj juni juli august september oktober november december",
    "en": "January February March April May June July August September October November December",
}
ABSENT = {"da": "(mangler)", "en": "(missing)"}
CENTS = 2

Values = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Placeholder:
    name: Name
    form: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """Fixed texts with a placeholder after each but the last."""

    language: str
    texts: tuple[str, ...]
    places: tuple[Placeholder, ...]

    @property
    def written(self) -> str:
        """The sentence as it was written, with its placeholders."""
        parts = [self.texts[0]]
        for place, text in zip(self.places, self.texts[1:], strict=True):
            form = "" if place.form == PLAIN else f"|{place.form}"
            parts += (f"{{{place.name}{form}}}", text)
        return "".join(parts)

    def filled(self, values: Values) -> str:
        """The sentence with the values read."""
        if not self.places:
            return self.texts[0]
        parts = [self.texts[0]]
        for place, text in zip(self.places, self.texts[1:], strict=True):
            value = values.get(place.name.owner, {}).get(place.name.attribute)
            parts += (worded(value, place.form, self.language), text)
        return "".join(parts)


@dataclass(frozen=True, slots=True)
class Message:
    """The same sentence in Danish and English."""

    da: Sentence
    en: Sentence

    def filled(self, values: Values) -> Text:
        """Both sentences with the values read: owner -> attribute -> value."""
        return Text(self.da.filled(values), self.en.filled(values))

    def names(self) -> list[Name]:
        """What the message reads."""
        return [place.name for place in self.da.places + self.en.places]


def sentence(source: str, language: str) -> Sentence:
    """The sentence in `source`. Raises `ValueError` for a brace that opens no placeholder.

    >>> sentence("Satsen er {line.price|money}.", "da").filled({"line": {"price": Decimal("1234.5")}})
    'Satsen er 1.234,50 kr..'
    """
    parts = PLACEHOLDER.split(source)
    texts = tuple(parts[::4])
    for text in texts:
        if BRACES.search(text):
            raise ValueError(f"a placeholder is written {{owner.attribute|form}}: {text.strip()!r}")
    places = tuple(
        Placeholder(Name(found[1], found[2], found.start(1) + 1), _form(found[3]))
        for found in PLACEHOLDER.finditer(source)
    )
    return Sentence(language, texts, places)


def _form(form: str | None) -> str:
    chosen = form or PLAIN
    if chosen not in FORMS:
        raise ValueError(f"the form {chosen!r} is none of {', '.join(FORMS)}")
    return chosen


@lru_cache(maxsize=1 << 14)
def worded(value: Any, form: str, language: str) -> str:
    """One value as a person reads it.

    >>> worded(date(2026, 1, 1), "date", "en"), worded("6502701234", "person", "da")
    ('1 January 2026', '650270-xxxx')
    """
    if value is None or value == "":
        return ABSENT[language]
    if form == "money":
        return _amount(value, language)
    if form == "date":
        return _day(value, language)
    if form == "time":
        return _time(value, language)
    if form == "number":
        return _number(value, language)
    return mask_cpr(str(value)) if form == "person" else str(value)


def _amount(value: Decimal | int, language: str) -> str:
    places = max(CENTS, _places(value))
    if language == "en":
        return f"DKK {half_up(Decimal(value), places):,f}"
    return danish(Decimal(value), places)


def _number(value: Decimal | int, language: str) -> str:
    places = _places(value)
    if language == "en":
        return f"{half_up(Decimal(value), places):,f}"
    return danish(Decimal(value), places, unit="")


def _places(value: Decimal | int) -> int:
    """The decimals that the value needs."""
    return max(0, -int(Decimal(value).normalize().as_tuple().exponent))


def _time(value: datetime, language: str) -> str:
    local, between = value.astimezone(LOCAL), ", " if language == "en" else " kl. "
    return f"{_day(local, language)}{between}{local:%H.%M}"


def _day(value: date, language: str) -> str:
    if isinstance(value, datetime):
        value = value.astimezone(LOCAL)
    month = MONTHS[language].split()[value.month - 1]
    return (
        f"{value.day} {month} {value.year}"
        if language == "en"
        else f"{value.day}. {month} {value.year}"
    )
