"""GLN (where a document is sent) and SOR (which unit of the health service).

Source: GS1 General Specifications 7.9 (modulus 10, weights 1 and 3); Sundhedsdatastyrelsen, SOR: a number
of 15 to 18 digits, a SNOMED CT identifier with its check digit by Verhoeff left to SOR itself.
"""

from __future__ import annotations

from gevinst.engines.identifiers.digits import only_digits, weighted
from gevinst.engines.identifiers.errors import IdentifierError

GLN_WEIGHTS = (1, 3) * 6 + (1,)
SOR_SHORTEST, SOR_LONGEST = 15, 18


def parse_gln(text: str) -> str:
    """The thirteen digits of a GLN.

    Raises: IdentifierError (`bad-form`, `bad-check-digit`).

    >>> parse_gln("5798009883735")
    '5798009883735'
    """
    digits = only_digits(text, 13, "gln")
    if weighted(digits, GLN_WEIGHTS) % 10:
        raise IdentifierError("gln", "bad-check-digit")
    return digits


def is_gln(text: str) -> bool:
    """Whether the text is a GLN, check digit and all."""
    try:
        parse_gln(text)
    except IdentifierError:
        return False
    return True


def mask_gln(text: str) -> str:
    """The last four digits of a GLN.

    >>> mask_gln("5798009883735")
    'xxxxxxxxx3735'
    """
    digits = text.replace(" ", "")
    return "x" * 9 + digits[-4:] if len(digits) == 13 and digits.isdigit() else "x" * 13  # noqa: PLR2004


def parse_sor(text: str) -> str:
    """The digits of a SOR number (15 to 18).

    Raises: IdentifierError (`bad-form`).

    >>> parse_sor("334141000016007")
    '334141000016007'
    """
    digits = text.replace(" ", "")
    if not SOR_SHORTEST <= len(digits) <= SOR_LONGEST:
        raise IdentifierError("sor", "bad-form")
    return only_digits(digits, len(digits), "sor")


def is_sor(text: str) -> bool:
    """Whether the text is a SOR number in form."""
    try:
        parse_sor(text)
    except IdentifierError:
        return False
    return True


def mask_sor(text: str) -> str:
    """The last four digits of a SOR number.

    >>> mask_sor("334141000016007")
    'xxxxxxxxxxx6007'
    """
    digits = text.replace(" ", "")
    return "x" * (len(digits) - 4) + digits[-4:] if is_sor(digits) else "x" * SOR_SHORTEST
