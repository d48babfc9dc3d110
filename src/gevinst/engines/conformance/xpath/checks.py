"""Check digits of identifiers; a value of another form is false.

Their XSLT twins stand in `stylesheet_functions.xsl`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

DIGITS = re.compile("[0-9]+").fullmatch
MOD11_NO = (3, 2, 7, 6, 5, 4, 3, 2, 1)
CVR = (2, 7, 6, 5, 4, 3, 2, 1)
ABN = (10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19)
TIN_GR = (256, 128, 64, 32, 16, 8, 4, 2)


def weighted(digits: str, weights: Sequence[int]) -> int:
    """The sum of digits times weights, as many as there are weights."""
    return sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=False))


def _digits(text: str, count: int) -> bool:
    return len(text) == count and DIGITS(text) is not None


def gln(text: str) -> bool:
    """GS1 check digit: weights 1 and 3 from the right, modulus 10.

    >>> gln("5798000000001"), gln("5798000000002")
    (True, False)
    """
    if not DIGITS(text):
        return False
    return sum(int(digit) * (1, 3)[at % 2] for at, digit in enumerate(reversed(text))) % 10 == 0


def cvr(text: str) -> bool:
    """Danish company number: 8 digits, modulus 11.

    >>> cvr("10000009"), cvr("10000008")
    (True, False)
    """
    return _digits(text, 8) and text != "00000000" and weighted(text, CVR) % 11 == 0


def luhn(text: str) -> bool:
    """Modulus 10 with every second digit doubled from the right.

    >>> luhn("79927398713")
    True
    """
    if not DIGITS(text):
        return False
    doubled = (int(digit) * (1, 2)[at % 2] for at, digit in enumerate(reversed(text)))
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0  # noqa: PLR2004


def mod11_no(text: str) -> bool:
    """Norwegian organisation number: 9 digits, modulus 11.

    >>> mod11_no("974760673")
    True
    """
    return _digits(text, 9) and text != "000000000" and weighted(text, MOD11_NO) % 11 == 0


def mod97_0208(text: str) -> bool:
    """Belgian enterprise number: the last two digits are 97 less the others modulo 97.

    >>> mod97_0208("0202239951")
    True
    """
    return _digits(text, 10) and 97 - int(text[:8]) % 97 == int(text[8:])


def abn(text: str) -> bool:
    """Australian business number: 11 digits, the first less one, modulus 89.

    >>> abn("51824753556")
    True
    """
    return _digits(text, 11) and (weighted(text, ABN) - 10) % 89 == 0


def tin_gr(text: str) -> bool:
    """Greek tax number: the ninth digit is the powers of two modulo 11, modulo 10.

    >>> tin_gr("094259216")
    True
    """
    return _digits(text[:9], 9) and weighted(text, TIN_GR) % 11 % 10 == int(text[8])


_IBAN = re.compile("[A-Z]{2}[0-9]{2}[A-Za-z0-9]{0,30}").fullmatch


def iban(text: str) -> bool:
    """Country, check digits and account, modulus 97; the length is not looked at.

    >>> iban("GB82WEST12345698765432"), iban("GB82WEST12345698765433")
    (True, False)
    """
    if not _IBAN(text):
        return False
    turned = text[4:] + text[:4]
    # As the XSLT twin does: a capital letter is 10 to 35.
    worth = (str(ord(letter) - (55 if letter > "9" else 48)) for letter in turned)
    return int("".join(worth)) % 97 == 1


CHECKS: Mapping[str, Callable[[str], bool]] = MappingProxyType(
    {
        "gln": gln,
        "cvr": cvr,
        "luhn": luhn,
        "mod11-no": mod11_no,
        "mod97-0208": mod97_0208,
        "abn": abn,
        "tin-gr": tin_gr,
        "iban": iban,
    }
)
