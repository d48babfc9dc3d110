"""Cuts an expression into tokens; a fault names the column and what was expected."""

from __future__ import annotations

import re
from dataclasses import dataclass

TOKEN = re.compile(
    r"""\s*(?:(?P<comment>\(:.*?:\))
    |(?P<number>\d+(?:\.\d*)?|\.\d+)
    |(?P<text>"(?:[^"]|"")*"|'(?:[^']|'')*')
    |(?P<axis>[a-z][a-z-]*(?=\s*::))
    |(?P<name>[A-Za-z_][\w.-]*+(?::[A-Za-z_][\w.-]*+)?+(?!:)|[A-Za-z_][\w.-]*+(?=:\*))
    |(?P<sign>::|:\*|//|\.\.|!=|<=|>=|[-+*/@$()\[\],.=<>|?]))""",
    re.VERBOSE | re.DOTALL,
)


class XPathFault(ValueError):
    """An expression that cannot be read; `column` counts from 1."""

    def __init__(self, source: str, column: int, expected: str, found: str) -> None:
        super().__init__(f"column {column}: expected {expected}, found {found} in: {source}")
        self.column = column


@dataclass(frozen=True, slots=True)
class Token:
    """`kind` is number, text, axis, name, sign or end; texts are without their quotes."""

    kind: str
    value: str
    column: int


def tokens(source: str) -> list[Token]:
    """The tokens of `source`, the last of kind `end`. Raises `XPathFault`.

    >>> [token.value for token in tokens("cbc:ID != 'a''b'")]
    ['cbc:ID', '!=', "a'b", 'the end']
    """
    found, at, end = [], 0, len(source.rstrip())
    while at < end:
        match = TOKEN.match(source, at)
        if match is None:
            rest = source[at:].lstrip()
            raise XPathFault(source, len(source) - len(rest) + 1, "a token", repr(rest[0]))
        kind = str(match.lastgroup)
        if kind != "comment":
            found.append(Token(kind, _value(kind, match[kind]), match.start(kind) + 1))
        at = match.end()
    return [*found, Token("end", "the end", end + 1)]


def _value(kind: str, written: str) -> str:
    if kind != "text":
        return written
    quote = written[0]
    return written[1:-1].replace(quote * 2, quote)
