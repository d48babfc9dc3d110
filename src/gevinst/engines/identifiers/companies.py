"""CVR and SE numbers: eight digits, strict modulus 11, with or without DK in front.

Source: Erhvervsstyrelsen, modulus 11 with weights 2, 7, 6, 5, 4, 3, 2, 1.
"""

from __future__ import annotations

from gevinst.engines.identifiers.digits import only_digits, weighted
from gevinst.engines.identifiers.errors import IdentifierError

WEIGHTS = (2, 7, 6, 5, 4, 3, 2, 1)
LENGTH = 8


def parse_cvr(text: str) -> str:
    """The eight digits of a CVR number.

    Raises: IdentifierError (`bad-form`, `bad-check-digit`).

    >>> parse_cvr("DK10000009"), parse_cvr("29 19 09 25")
    ('10000009', '29190925')
    """
    return _parse(text, "cvr")


def parse_se(text: str) -> str:
    """The eight digits of an SE number, built as a CVR number.

    Raises: IdentifierError (`bad-form`, `bad-check-digit`).

    >>> parse_se("DK10000009")
    '10000009'
    """
    return _parse(text, "se")


def is_cvr(text: str) -> bool:
    """Whether the text is a CVR number, check digit and all.

    >>> is_cvr("12345678")
    False
    """
    try:
        parse_cvr(text)
    except IdentifierError:
        return False
    return True


def is_se(text: str) -> bool:
    """Whether the text is an SE number, check digit and all."""
    try:
        parse_se(text)
    except IdentifierError:
        return False
    return True


def mask_company(text: str) -> str:
    """The first two and the last two digits: a CVR number is public, but may be a sole trader's.

    >>> mask_company("DK10000009")
    '10xxxx09'
    """
    digits = "".join(letter for letter in text if letter.isdigit())
    return f"{digits[:2]}xxxx{digits[-2:]}" if len(digits) == LENGTH else "xxxxxxxx"


def _parse(text: str, kind: str) -> str:
    bare = text.strip()
    if bare[:2].upper() == "DK":
        bare = bare[2:]
    digits = only_digits(bare, LENGTH, kind)
    if digits[0] == "0":
        raise IdentifierError(kind, "bad-form")
    if weighted(digits, WEIGHTS) % 11:
        raise IdentifierError(kind, "bad-check-digit")
    return digits
