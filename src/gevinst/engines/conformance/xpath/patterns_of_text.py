"""Regular expressions as XPath writes them, for Python."""

from __future__ import annotations

import re
from functools import lru_cache

FLAGS = {"i": re.IGNORECASE, "s": re.DOTALL, "m": re.MULTILINE, "x": re.VERBOSE}
# XML Schema's \s is four characters; Python's is many. \i and \c are the letters of XML names.
ESCAPES = {
    "s": r" \t\r\n",
    "i": r"A-Za-z_:\u00c0-\uffff",
    "c": r"\w.:\-",
    "p{L}": r"A-Za-z\u00aa-\U0010ffff",
    "p{Lu}": "A-ZÀ-ÖØ-Þ",
    "p{Ll}": "a-zß-öø-ÿ",
    "p{N}": r"\d",
    "p{Nd}": r"\d",
    "p{IsBasicLatin}": r"\x00-\x7f",
}
_PART = re.compile(r"\\p\{\w+\}|\\.|[\[\]$^]", re.DOTALL)


@lru_cache(maxsize=1024)
def compiled(pattern: str, flags: str = "") -> re.Pattern[str]:
    """The pattern for Python's `re`.

    >>> bool(compiled("^a$").search("a\\n"))
    False
    """
    depth = 0

    def part(match: re.Match[str]) -> str:
        nonlocal depth
        found = match[0]
        if found in ("[", "]"):
            depth += 1 if found == "[" else -1
            return found
        if found == "$":
            return "$" if depth or "m" in flags else r"\Z"
        inside = ESCAPES.get(found[1:])
        if inside is None:
            return found
        return inside if depth else f"[{inside}]"

    kinds = re.NOFLAG
    for flag in flags:
        kinds |= FLAGS[flag]
    return re.compile(_PART.sub(part, pattern), kinds)


def matches(text: str, pattern: str, flags: str = "") -> bool:
    """Whether the pattern is found anywhere in the text."""
    return compiled(pattern, flags).search(text) is not None


def replaced(text: str, pattern: str, by: str, flags: str = "") -> str:
    """Every occurrence replaced; `$1` is the first group.

    >>> replaced("DK 12 34", "([0-9]+) ", "$1-")
    'DK 12-34'
    """
    template = re.sub(r"\\(?![\\$])", r"\\\\", by)
    template = re.sub(r"(?<!\\)\$(\d)", r"\\g<\1>", template).replace(r"\$", "$")
    return compiled(pattern, flags).sub(template, text)


def parts(text: str, pattern: str | None) -> list[str]:
    """The text cut at every occurrence; at white space where there is no pattern."""
    if pattern is None:
        return text.split()
    if not text:
        return []
    found, at = [], 0
    for match in compiled(pattern).finditer(text):
        found.append(text[at : match.start()])
        at = match.end()
    return [*found, text[at:]]
