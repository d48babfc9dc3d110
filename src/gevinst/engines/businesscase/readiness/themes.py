"""Reads the check of the six success-factor themes; a mistake in the file names where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import yaml

from gevinst.engines.businesscase.readiness.theme import DefaultRisk, Question, Subtheme, Theme
from gevinst.engines.businesscase.readiness.theme_place import Held

FILE = Path(__file__).with_name("themes.yaml")
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


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
    found = tuple(_theme(one) for one in Held(name, "", top).items("themes"))
    _unique(name, [theme.code for theme in found])
    _unique(name, [sub.code for theme in found for sub in theme.subthemes])
    _unique(name, [one.code for theme in found for one in theme.questions])
    return found


def _unique(name: str, codes: Sequence[str]) -> None:
    for code in codes:
        if codes.count(code) > 1:
            raise ValueError(f"{name}: the code {code!r} is used twice; every code is its own")


def _theme(held: Held) -> Theme:
    code = held.code()
    return Theme(
        code=code,
        title=held.text("title"),
        about=held.text("about"),
        category=held.text("category"),
        optional=held.flag("optional"),
        subthemes=tuple(_subtheme(code, one) for one in held.items("subthemes")),
    )


def _subtheme(theme: str, held: Held) -> Subtheme:
    code = f"{theme}.{held.code()}"
    questions = tuple(_question(code, one) for one in held.items("questions"))
    return Subtheme(code, held.text("title"), questions)


def _question(subtheme: str, held: Held) -> Question:
    risk = held.inside("risk")
    return Question(
        code=f"{subtheme}.{held.code()}",
        text=held.text("text"),
        risk=DefaultRisk(risk.text("title"), risk.share("probability"), risk.share("share")),
    )
