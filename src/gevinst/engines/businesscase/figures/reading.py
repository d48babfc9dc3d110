"""Reading a printed figure: a number, `1,045`, `37.400`, `6/7`, `33,3-50`, with or without its word."""

from __future__ import annotations

import re
from decimal import Context, Decimal
from typing import Any

from gevinst.engines.businesscase.figures.display import Display, Qualifier
from gevinst.engines.businesscase.figures.published import Published

_DIVIDE = Context(prec=50).divide
_NUMBER = r"[+-]?\d{1,3}(?:\.\d{3})+(?:,\d+)?|[+-]?\d+(?:[.,]\d+)?"
_FIGURE = re.compile(rf"({_NUMBER})(?:\s*(/|-|–|til)\s*({_NUMBER}))?")
_WORDS = {
    "": Qualifier.EXACT,
    "cirka": Qualifier.APPROX,
    "ca": Qualifier.APPROX,
    "ca.": Qualifier.APPROX,
    "omkring": Qualifier.APPROX,
    "omtrent": Qualifier.APPROX,
    "about": Qualifier.APPROX,
    "knap": Qualifier.JUST_UNDER,
    "lidt under": Qualifier.JUST_UNDER,
    "just under": Qualifier.JUST_UNDER,
    "godt": Qualifier.SLIGHTLY_MORE,
    "slightly more": Qualifier.SLIGHTLY_MORE,
    "slightly_more_than": Qualifier.SLIGHTLY_MORE,
    "mere end": Qualifier.MORE_THAN,
    "over": Qualifier.MORE_THAN,
    "more than": Qualifier.MORE_THAN,
    **{word.value: word for word in Qualifier},
}


def read(
    figure: Any,
    qualifier: str = "exact",
    *,
    decimals: int | None = None,
    unit: str = "",
    display: str = "rounded",
) -> Published | bool | list[Any] | None:
    """The figure as it was printed; true/false, a list and nothing at all stay what they are.

    Where `decimals` is not given it is read off the print: 5.3 has one, and trailing zeros of a whole
    number count as unknown as long as two digits are left (2,800 is to the hundred, 40 to the one).
    Raises: ValueError for a text that is no figure, or a word that is no qualifier.

    >>> str(read("1,045").interval()), str(read("cirka 2.800").interval())
    ('[1.0445, 1.0455)', '[2660.00, 2940.00]')
    >>> read("6/7").value.quantize(Decimal("0.001")), str(read("33,3-50").interval())
    (Decimal('0.857'), '[33.3, 50]')
    """
    if figure is None or isinstance(figure, bool):
        return figure
    if isinstance(figure, list | tuple):
        return [
            read(part, qualifier, decimals=decimals, unit=unit, display=display) for part in figure
        ]
    low, sign, high, word = _parts(str(figure), qualifier, plain=not isinstance(figure, str))
    found = _decimals(low) if decimals is None else decimals
    if sign == "/":
        share, step = _DIVIDE(low, high), _DIVIDE(Decimal(1), high)
        return Published(share, found, word, unit, None, Display(display), step)
    if sign:
        return Published(low, found, Qualifier.RANGE, unit, high)
    return Published(low, found, word, unit, None, Display(display))


def _parts(text: str, qualifier: str, *, plain: bool) -> tuple[Decimal, str, Decimal, Qualifier]:
    if plain:
        return Decimal(text), "", Decimal(0), _word(qualifier)
    match = _FIGURE.search(text)
    if match is None or match.end() != len(text.rstrip()):
        raise ValueError(f"{text!r} is no figure; expected one such as 1,045 or ca. 40 or 6/7")
    before = text[: match.start()].strip().lower()
    low, sign, high = match.groups()
    word = _word(before) if before else _word(qualifier)
    return _danish(low), sign or "", _danish(high or "0"), word


def _word(text: str) -> Qualifier:
    if text not in _WORDS:
        raise ValueError(f"{text!r} says nothing of a figure; expected one of {', '.join(_WORDS)}")
    return _WORDS[text]


def _danish(text: str) -> Decimal:
    if re.fullmatch(r"[+-]?\d{1,3}(\.\d{3})+(,\d+)?", text):
        text = text.replace(".", "")
    return Decimal(text.replace(",", "."))


def _decimals(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    assert isinstance(exponent, int)
    if exponent < 0 or not value:
        return max(-exponent, 0)
    whole = str(abs(int(value)))
    known = max(len(whole.rstrip("0")), min(2, len(whole)))
    return known - len(whole)
