"""IBAN: the length of its country, modulus 97.

Source: ISO 13616, SWIFT IBAN Registry (lengths by country).
"""

from __future__ import annotations

from types import MappingProxyType

from gevinst.engines.identifiers.errors import IdentifierError

_TABLE = """
AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28
EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26
IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28
NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25
SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30
"""
LENGTHS = MappingProxyType({entry[:2]: int(entry[2:]) for entry in _TABLE.split()})


def parse_iban(text: str) -> str:
    """The IBAN without spaces, in capitals.

    Raises: IdentifierError (`bad-form`, `unknown-country`, `bad-check-digit`).

    >>> parse_iban("dk50 0040 0440 1162 43")
    'DK5000400440116243'
    """
    iban = text.replace(" ", "").replace("\u00a0", "").upper()
    if not (iban.isascii() and iban.isalnum() and iban[:2].isalpha() and iban[2:4].isdigit()):
        raise IdentifierError("iban", "bad-form")
    length = LENGTHS.get(iban[:2])
    if length is None:
        raise IdentifierError("iban", "unknown-country")
    if len(iban) != length:
        raise IdentifierError("iban", "bad-form")
    if int("".join(str(int(letter, 36)) for letter in iban[4:] + iban[:4])) % 97 != 1:
        raise IdentifierError("iban", "bad-check-digit")
    return iban


def is_iban(text: str) -> bool:
    """Whether the text is an IBAN, check digits and all."""
    try:
        parse_iban(text)
    except IdentifierError:
        return False
    return True


def mask_iban(text: str) -> str:
    """The country and the last four characters.

    >>> mask_iban("DK50 0040 0440 1162 43")
    'DKxxxxxxxxxxxx6243'
    """
    iban = text.replace(" ", "").upper()
    return f"{iban[:2]}{'x' * (len(iban) - 6)}{iban[-4:]}" if is_iban(iban) else "x" * 18
