"""Reads the check of the six success-factor themes; a mistake in the file names where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path
from typing import Any

import yaml

FILE = Path(__file__).with_name("themes.yaml")
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_CODE = re.compile(r"[a-z]+(-[a-z]+)*")


@dataclass(frozen=True, slots=True)
class DefaultRisk:
    """The risk of a missing answer: probability 0-1, consequence as a share of the investment 0-1."""

    title: str
    probability: Decimal
    share: Decimal


@dataclass(frozen=True, slots=True)
class Question:
    """One question of the check, its code `theme.subtheme.question`."""

    code: str
    text: str
    risk: DefaultRisk


@dataclass(frozen=True, slots=True)
class Subtheme:
    """A part of a theme, its code `theme.subtheme`."""

    code: str
    title: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Theme:
    """A success factor; an `optional` one may be left out of a check where it is not relevant."""

    code: str
    title: str
    about: str
    category: str
    optional: bool
    subthemes: tuple[Subtheme, ...]

    @property
    def questions(self) -> tuple[Question, ...]:
        """Every question of the theme, in order."""
        return tuple(one for subtheme in self.subthemes for one in subtheme.questions)


@cache
def themes() -> tuple[Theme, ...]:
    """The six themes, in the order of the file.

    Source: KL/Deloitte 2022, part 3 (the themes; the words and the figures are our own).

    >>> [theme.code for theme in themes()]
    ['anchoring', 'technology', 'competences', 'citizens', 'security', 'financing']
    """
    return read_themes(FILE.read_text(encoding="utf-8"), FILE.name)


def read_themes(text: str, name: str) -> tuple[Theme, ...]:
    """The themes of a YAML text called `name` in faults.

    Raises `ValueError` that names the place, what was expected and what was found.

    >>> read_themes("themes: [{code: Big}]", "my.yaml")
    Traceback (most recent call last):
    ValueError: my.yaml: themes[0].code: expected small letters with single hyphens, found 'Big'
    """
    try:
        top = yaml.load(text, _LOADER)  # noqa: S506 - a safe loader, in C where there is one
    except yaml.YAMLError as fault:
        raise ValueError(f"{name}: not YAML: {' '.join(str(fault).split())}") from None
    found = tuple(_theme(one) for one in _Held(name, "", top).items("themes"))
    _unique(name, [theme.code for theme in found])
    _unique(name, [sub.code for theme in found for sub in theme.subthemes])
    _unique(name, [one.code for theme in found for one in theme.questions])
    return found


def _unique(name: str, codes: Sequence[str]) -> None:
    for code in codes:
        if codes.count(code) > 1:
            raise ValueError(f"{name}: the code {code!r} is used twice; every code is its own")


@dataclass(frozen=True, slots=True)
class _Held:
    """A mapping of the file and where it stands."""

    name: str
    where: str
    value: object

    def items(self, key: str) -> Iterator[_Held]:
        """The mappings of the list under `key`, which is not empty."""
        value = self._get(key)
        if not isinstance(value, list) or not value:
            raise self._fault(key, "a list with something in it", value)
        path = self._path(key)
        return (_Held(self.name, f"{path}[{i}]", one) for i, one in enumerate(value))

    def inside(self, key: str) -> _Held:
        """The mapping under `key`."""
        return _Held(self.name, self._path(key), self._get(key))

    def text(self, key: str) -> str:
        """The text under `key`, which is not empty."""
        value = self._get(key)
        if not isinstance(value, str) or not value.strip():
            raise self._fault(key, "a text", value)
        return value

    def code(self) -> str:
        """The text under `code`, in small letters."""
        code = self.text("code")
        if not _CODE.fullmatch(code):
            raise self._fault("code", "small letters with single hyphens", code)
        return code

    def share(self, key: str) -> Decimal:
        """The number 0-1 under `key`, written as a text so that it is read exactly."""
        written = self._get(key)
        try:
            number = Decimal(written) if isinstance(written, str) else Decimal("NaN")
        except InvalidOperation:
            number = Decimal("NaN")
        if not number.is_finite() or not 0 <= number <= 1:
            raise self._fault(key, 'a number from "0" to "1" in quotes', written)
        return number

    def flag(self, key: str) -> bool:
        """The true or false under `key`; false where it is not there."""
        value = self._mapping().get(key, False)
        if not isinstance(value, bool):
            raise self._fault(key, "true or false", value)
        return value

    def _get(self, key: str) -> Any:
        return self._mapping().get(key)

    def _mapping(self) -> Mapping[str, Any]:
        if not isinstance(self.value, dict):
            place = self.where or "the file"
            raise ValueError(
                f"{self.name}: {place}: expected keys with values, found {self.value!r}"
            )
        return self.value

    def _path(self, key: str) -> str:
        return f"{self.where}.{key}" if self.where else key

    def _fault(self, key: str, expected: str, found: object) -> ValueError:
        return ValueError(f"{self.name}: {self._path(key)}: expected {expected}, found {found!r}")


def _theme(held: _Held) -> Theme:
    code = held.code()
    return Theme(
        code=code,
        title=held.text("title"),
        about=held.text("about"),
        category=held.text("category"),
        optional=held.flag("optional"),
        subthemes=tuple(_subtheme(code, one) for one in held.items("subthemes")),
    )


def _subtheme(theme: str, held: _Held) -> Subtheme:
    code = f"{theme}.{held.code()}"
    questions = tuple(_question(code, one) for one in held.items("questions"))
    return Subtheme(code, held.text("title"), questions)


def _question(subtheme: str, held: _Held) -> Question:
    risk = held.inside("risk")
    return Question(
        code=f"{subtheme}.{held.code()}",
        text=held.text("text"),
        risk=DefaultRisk(risk.text("title"), risk.share("probability"), risk.share("share")),
    )
