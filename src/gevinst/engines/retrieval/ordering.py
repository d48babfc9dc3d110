"""Sort keys: a number, and the document's key behind it, as one text that sorts as they do."""

from __future__ import annotations

import struct

_SIGN = 1 << 63
_ALL = (1 << 64) - 1
LAST = "g"  # sorts after every hexadecimal digit: documents without the number come last


def sort_key(number: float | None, key: str, descending: bool) -> str:
    """A text that sorts by the number, equal numbers by the key, documents without the number last.

    >>> sorted([sort_key(2.5, "a", False), sort_key(-1, "b", False), sort_key(None, "c", False)])
    ['400fffffffffffffb', 'c004000000000000a', 'gc']
    """
    if number is None:
        return LAST + key
    (bits,) = struct.unpack(">Q", struct.pack(">d", number + 0.0))
    ordered = bits ^ _ALL if bits & _SIGN else bits ^ _SIGN
    return f"{ordered ^ _ALL if descending else ordered:016x}{key}"


def text_key(text: str, key: str) -> str:
    """A text that sorts by the text, equal ones by the key; an empty one comes last.

    >>> made = sorted(text_key(text, key) for text, key in [("b", "1"), ("", "2"), ("a b", "3"), ("a", "4")])
    >>> [each[-1] for each in made]
    ['4', '3', '1', '2']
    """
    return f"{text or chr(0x10FFFF)}\x01{key}"
