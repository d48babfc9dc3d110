"""Parses a condition by recursive descent; a fault names the column and what was expected."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from gevinst.engines.control.expression import FUNCTIONS, Call, Expression, Literal, Name

TOKEN = re.compile(
    r"\s*(?:(?P<number>\d+(?:\.\d+)?)|(?P<text>'[^']*')|(?P<word>[a-z_][a-z0-9_]*(?:\.[a-z_][a-z0-9_]*)?)"
    r"|(?P<sign>==|!=|<=|>=|[<>+\-*(),]))",
)
COMPARISONS = ("==", "!=", "<", "<=", ">", ">=")
KEYWORDS = {"and", "or", "not", "is", "missing", "present"}


class SyntaxFault(ValueError):
    """A condition that cannot be read: `column` counts from 1."""

    def __init__(self, column: int, expected: str, found: str) -> None:
        super().__init__(f"column {column}: expected {expected}, found {found}")
        self.column = column


@dataclass(frozen=True, slots=True)
class Token:
    kind: str
    value: str
    column: int


def parse(source: str) -> Expression:
    """The syntax tree of `source`. Raises `SyntaxFault`.

    >>> parse("line.price == 2 * fee.rate").name
    '=='
    """
    parser = _Parser(_tokens(source))
    tree = parser.alternatives()
    parser.expect("end", "the end of the condition")
    return tree


def _tokens(source: str) -> list[Token]:
    tokens, position, end = [], 0, len(source.rstrip())
    while position < end:
        match = TOKEN.match(source, position)
        if match is None:
            rest = source[position:].lstrip()
            column = len(source) - len(rest) + 1
            raise SyntaxFault(column, "a name, number, text or sign", repr(rest[0]))
        kind = str(match.lastgroup)
        tokens.append(Token(kind, match[kind], match.start(kind) + 1))
        position = match.end()
    tokens.append(Token("end", "the end", end + 1))
    return tokens


class _Parser:
    """Reads tokens from left to right, one method a rule of the grammar."""

    def __init__(self, tokens: list[Token]) -> None:
        self._tokens = tokens
        self._at = 0

    @property
    def _next(self) -> Token:
        return self._tokens[self._at]

    def _take(self, *values: str) -> str:
        token = self._next
        if token.kind in ("sign", "word") and token.value in values:
            self._at += 1
            return token.value
        return ""

    def expect(self, kind: str, expected: str) -> str:
        token = self._next
        if token.kind != kind:
            raise SyntaxFault(token.column, expected, token.value)
        self._at += 1
        return token.value

    def _sign(self, sign: str) -> None:
        if not self._take(sign):
            raise SyntaxFault(self._next.column, repr(sign), self._next.value)

    def alternatives(self) -> Expression:
        return self._chain(self._conditions, "or")

    def _conditions(self) -> Expression:
        return self._chain(self._negation, "and")

    def _negation(self) -> Expression:
        if self._take("not"):
            return Call("not", (self._negation(),))
        return self._comparison()

    def _comparison(self) -> Expression:
        left = self._sum()
        if sign := self._take(*COMPARISONS):
            return Call(sign, (left, self._sum()))
        if self._take("is"):
            return Call(self._presence(), (left,))
        return left

    def _presence(self) -> str:
        word = self._take("missing", "present")
        if not word:
            raise SyntaxFault(self._next.column, "'missing' or 'present'", self._next.value)
        return word

    def _sum(self) -> Expression:
        return self._chain(self._product, "+", "-")

    def _product(self) -> Expression:
        return self._chain(self._atom, "*")

    def _chain(self, part: Callable[[], Expression], *signs: str) -> Expression:
        tree = part()
        while sign := self._take(*signs):
            tree = Call(sign, (tree, part()))
        return tree

    def _atom(self) -> Expression:
        if self._take("-"):
            return Call("-", (Literal(0), self._atom()))
        if self._take("("):
            inner = self.alternatives()
            self._sign(")")
            return inner
        token = self._next
        if token.kind == "number":
            self._at += 1
            return Literal(Decimal(token.value) if "." in token.value else int(token.value))
        if token.kind == "text":
            self._at += 1
            return Literal(token.value[1:-1])
        return self._word()

    def _word(self) -> Expression:
        token = self._next
        word = self.expect("word", "a name, a number or a text")
        if self._take("("):
            return self._call(token)
        if "." not in word or word in KEYWORDS:
            raise SyntaxFault(token.column, "a name of the form owner.attribute", word)
        return Name(*word.split("."))

    def _call(self, function: Token) -> Expression:
        if function.value not in FUNCTIONS:
            known = " or ".join(sorted(FUNCTIONS))
            raise SyntaxFault(function.column, known, function.value)
        operands = [self.alternatives()]
        while self._take(","):
            operands.append(self.alternatives())
        self._sign(")")
        wanted = FUNCTIONS[function.value]
        if len(operands) != wanted:
            found = f"{len(operands)}"
            raise SyntaxFault(function.column, f"{wanted} operands of {function.value}", found)
        return Call(function.value, tuple(operands))
