"""CPR numbers: a real date, the century of the seventh digit, replacement numbers, modulus 11 as a hint only.

Source: CPR-kontoret, "Personnummeret i CPR" (structure, modulus 11 no longer promised since 2007) and the
health sector's replacement numbers, where 60 is added to the day.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from gevinst.engines.identifiers.digits import weighted
from gevinst.engines.identifiers.errors import IdentifierError

WEIGHTS = (4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
REPLACEMENT = 60
_FORM = re.compile(r"(\d{6})[-\s]?(\d{4})", re.ASCII)
# Bounded by anything but a letter or digit; not a piece of a longer number or an amount.
_IN_TEXT = re.compile(
    r"(?<![^\W_])(?<!\d[-.,/])([0-9]{6})(?:-| - | )?([0-9]{4})(?![^\W_]|[-.,/]\d)"
)


@dataclass(frozen=True, slots=True)
class Cpr:
    """A CPR number as ten digits; `replacement` where the day has 60 added, `born` the date it states."""

    digits: str
    born: date
    replacement: bool

    @property
    def checks(self) -> bool:
        """Whether modulus 11 holds; numbers without it are issued, so this is a warning at most."""
        return weighted(self.digits, WEIGHTS) % 11 == 0

    def __str__(self) -> str:
        return f"{self.digits[:6]}-{self.digits[6:]}"

    def __repr__(self) -> str:
        # A traceback or a log must not show whose number it is.
        return f"Cpr({mask(self.digits)})"


def parse(text: str) -> Cpr:
    """The CPR number of ten digits, with or without a hyphen.

    Raises: IdentifierError (`bad-form`, `bad-date`).

    >>> str(parse("6101901234")), parse("610190-1234").born, parse("610190-1234").replacement
    ('610190-1234', datetime.date(1990, 1, 1), True)
    """
    match = _FORM.fullmatch(text.strip())
    if match is None:
        raise IdentifierError("cpr", "bad-form")
    digits = match[1] + match[2]
    day, month, year = int(digits[:2]), int(digits[2:4]), int(digits[4:6])
    replacement = day > REPLACEMENT
    try:
        born = date(
            century(int(digits[6]), year) + year, month, day - REPLACEMENT if replacement else day
        )
    except ValueError:
        raise IdentifierError("cpr", "bad-date") from None
    return Cpr(digits, born, replacement)


def century(seventh: int, year: int) -> int:
    """The century that the seventh digit and the two digits of the year mean.

    >>> century(3, 99), century(4, 36), century(4, 37), century(5, 58), century(9, 37)
    (1900, 2000, 1900, 1800, 1900)
    """
    if seventh <= 3:  # noqa: PLR2004
        return 1900
    if seventh in {4, 9}:
        return 2000 if year <= 36 else 1900  # noqa: PLR2004
    return 2000 if year <= 57 else 1800  # noqa: PLR2004


def is_valid(text: str) -> bool:
    """Whether the text is a CPR number in form and date.

    >>> is_valid("310290-1234")
    False
    """
    try:
        parse(text)
    except IdentifierError:
        return False
    return True


def mask(text: str) -> str:
    """The birth date alone, whatever else the text holds; a text that is no CPR number becomes `xxxxxx-xxxx`.

    >>> mask("610190-1234"), mask("Hansen")
    ('610190-xxxx', 'xxxxxx-xxxx')
    """
    match = _FORM.fullmatch(text.strip())
    return f"{match[1]}-xxxx" if match else "xxxxxx-xxxx"


def find_cprs(text: str) -> list[Cpr]:
    """The CPR numbers that stand in free text, in order, each as often as it stands there.

    >>> [mask(str(found)) for found in find_cprs("Patient 610190-1234, ordre 9912345678.")]
    ['610190-xxxx']
    """
    return [
        parse(match[1] + match[2])
        for match in _IN_TEXT.finditer(text)
        if is_valid(match[1] + match[2])
    ]


def mask_all(text: str) -> str:
    """The text with every CPR number in it masked.

    >>> mask_all("MR af 6101901234")
    'MR af 610190-xxxx'
    """
    return _IN_TEXT.sub(
        lambda match: f"{match[1]}-xxxx" if is_valid(match[1] + match[2]) else match[0], text
    )
