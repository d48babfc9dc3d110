"""How wide a text is in px, and the text broken into lines that fit."""

from __future__ import annotations

from typing import Final

_NARROW: Final = frozenset("iljtfrI.,:;'|!()[] -")
_WIDE: Final = frozenset("mwMW@%æÆœ—")
# Shares of the font size, a little more than IBM Plex Sans needs, so that text stays in its box.
_NARROW_EM, _USUAL_EM, _CAPITAL_EM, _WIDE_EM = 0.38, 0.6, 0.7, 0.95


def text_width(text: str, size: float) -> float:
    """About how wide the text is in px at a font size in px; rather too wide than too narrow."""
    return size * sum(_em(letter) for letter in text)


def _em(letter: str) -> float:
    if letter in _NARROW:
        return _NARROW_EM
    if letter in _WIDE:
        return _WIDE_EM
    return _CAPITAL_EM if letter.isupper() else _USUAL_EM


def wrap(text: str, width: float, size: float) -> tuple[str, ...]:
    """The text in lines of at most `width` px; a word that is too long is cut with a hyphen.

    >>> wrap("Fewer visits by car", 110, 16)
    ('Fewer visits', 'by car')
    """
    lines: list[str] = []
    line = ""
    pieces = (piece for word in text.split() for piece in _pieces(word, width, size))
    for word in pieces:
        longer = f"{line} {word}" if line else word
        if line and text_width(longer, size) > width:
            lines.append(line)
            line = word
        else:
            line = longer
    return (*lines, line) if line else tuple(lines)


def _pieces(word: str, width: float, size: float) -> list[str]:
    """The word, cut where it is wider than a line; each piece has at least one letter."""
    pieces = []
    while text_width(word, size) > width and len(word) > 1:
        kept = 1
        while text_width(word[: kept + 1] + "-", size) <= width:
            kept += 1
        pieces.append(word[:kept] + "-")
        word = word[kept:]
    return [*pieces, word]
