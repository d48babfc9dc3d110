"""Numbers as files write them: Danish (1.234,5) and English (1,234.5), counts, percentages, yes and no."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

MOST_WHOLE = 2_147_483_647
MOST_AMOUNT = Decimal("9999999.99")
CENT = Decimal("0.01")
_UNIT = re.compile(r"(?:%|kr\.?|dkk|min\.?|minutter|timer?|t\.|stk\.?)\s*\Z", re.I)
_THOUSANDS = re.compile(r"-?\d{1,3}([.,])\d{3}(?:\1\d{3})*\Z")
YES = frozenset({"ja", "yes", "true", "sand", "sandt", "1", "x", "j", "y"})
NO = frozenset({"nej", "no", "false", "falsk", "0", "n"})


def number(raw: object) -> Decimal | None:
    """The number; None for nothing. Three digits after a full stop are thousands, as in Danish.

    Raises ValueError.

    >>> number("1.234,50"), number("1,234.5"), number("1.200"), number(" 75 % "), number("12,5")
    (Decimal('1234.50'), Decimal('1234.5'), Decimal('1200'), Decimal('75'), Decimal('12.5'))
    """
    if raw is None:
        return None
    if isinstance(raw, bool):
        raise ValueError("not-a-number")
    if isinstance(raw, (int, float, Decimal)):
        return _finite(str(raw))
    text = _UNIT.sub("", str(raw).strip()).replace("\xa0", " ").strip()
    return _finite(_english(text.replace(" ", ""))) if text else None


def _english(text: str) -> str:
    if _THOUSANDS.match(text) and not text.startswith(("0", "-0")):
        # 1.200 and 1.200.000; but 1,200 is 1.2 in Danish unless groups follow.
        if "." in text or text.count(",") > 1:
            return text.replace(".", "").replace(",", "")
        return text.replace(",", ".")
    if text.rfind(",") > text.rfind("."):
        return text.replace(".", "").replace(",", ".")
    return text.replace(",", "")


def _finite(text: str) -> Decimal:
    try:
        found = Decimal(text)
    except InvalidOperation as fault:
        raise ValueError("not-a-number") from fault
    if not found.is_finite():
        raise ValueError("not-a-number")
    return found


def whole(raw: object) -> int | None:
    """A count, half up. Raises ValueError("not-a-number" or "out-of-range").

    >>> whole("1.200"), whole(12.0), whole("")
    (1200, 12, None)
    """
    found = number(raw)
    if found is None:
        return None
    if not 0 <= found <= MOST_WHOLE:
        raise ValueError("out-of-range")
    return int(found.quantize(Decimal(1), ROUND_HALF_UP))


def amount(raw: object) -> Decimal | None:
    """A quantity with two decimals, half up. Raises ValueError.

    >>> amount("12,345"), amount(7.5)
    (Decimal('12.35'), Decimal('7.50'))
    """
    found = number(raw)
    if found is None:
        return None
    if not 0 <= found <= MOST_AMOUNT:
        raise ValueError("out-of-range")
    return found.quantize(CENT, ROUND_HALF_UP)


def share(raw: object) -> Decimal | None:
    """A percentage as a share 0-1 with four decimals. Raises ValueError.

    >>> share(75), share("12,5 %")
    (Decimal('0.7500'), Decimal('0.1250'))
    """
    found = number(raw)
    if found is None:
        return None
    if not 0 <= found <= 100:  # noqa: PLR2004
        raise ValueError("out-of-range")
    return (found / 100).quantize(Decimal("0.0001"), ROUND_HALF_UP)


def flag(raw: object) -> bool | None:
    """Yes or no; None for nothing. Raises ValueError("not-yes-or-no").

    >>> flag("Ja"), flag("nej"), flag(""), flag(1)
    (True, False, None, True)
    """
    if raw is None or isinstance(raw, bool):
        return raw
    text = str(raw).strip().casefold().removesuffix(".0")
    if not text:
        return None
    if text in YES or text in NO:
        return text in YES
    raise ValueError("not-yes-or-no")
