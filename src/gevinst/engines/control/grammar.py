"""Parses a condition by recursive descent; a fault names the column and what was expected."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from gevinst.engines.control.expression import FUNCTIONS, Call, Expression, Literal, Name

TOKEN = re.compile(
    r"\s*(?:(?P<date>\d{4}-\d{2}-\d{2})|(?P<number>\d+(?:\.\d+)?)|(?P<text>'[^']*')"
    r"|(?P<word>[a-z_][a-z0-9_]*(?:\.[a-z_][a-z0-9_]*)?)|(?P<sign>==|!=|<=|>=|[<>+\-*(),]))",
)
COMPARISONS = ("==", "!=", "<", "<=", ">", ">=")
KEYWORDS = {"and", "or", "not", "is", "in", "between", "missing", "present"}


class SyntaxFault(ValueError):
    """A condition that cannot be read: `column` counts from 1."""

    def __init__(self, column: int, expected: str, found: str) -> None:
        super().__init__(f"column {column}: expected {expected}, found {found}")
        self.column, self.expected, self.found = column, expected, found


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
            raise SyntaxFault(column, "a name, number, date, text or sign", repr(rest[0]))
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

    def _one_of(self, *values: str) -> str:
        """The word or sign that must come now."""
        taken = self._take(*values)
        if not taken:
            expected = " or ".join(repr(each) for each in values)
            raise SyntaxFault(self._next.column, expected, self._next.value)
        return taken

    def alternatives(self) -> Expression:
        return self._chain(self._conditions, "or")

    def _conditions(self) -> Expression:
        return self._chain(self._negation, "and")

    def _negation(self) -> Expression:
        column = self._next.column
        if self._take("not"):
            return Call("not", (self._negation(),), column)
        return self._comparison()

    def _comparison(self) -> Expression:
        left, column = self._sum(), self._next.column
        if sign := self._take(*COMPARISONS):
            return Call(sign, (left, self._sum()), column)
        if self._take("is"):
            return Call(self._one_of("missing", "present"), (left,), column)
        if self._take("not"):
            among = self._one_of("in", "between")
            return Call("not", (self._among(among, left, column),), column)
        if among := self._take("in", "between"):
            return self._among(among, left, column)
        return left

    def _among(self, word: str, left: Expression, column: int) -> Expression:
        if word == "between":
            low = self._sum()
            self._one_of("and")
            return Call("between", (left, low, self._sum()), column)
        self._one_of("(")
        return Call("in", (left, *self._listed(self._sum)), column)

    def _listed(self, part: Callable[[], Expression]) -> list[Expression]:
        """One or more, with commas between, up to the closing bracket."""
        parts = [part()]
        while self._take(","):
            parts.append(part())
        self._one_of(")")
        return parts

    def _sum(self) -> Expression:
        return self._chain(self._product, "+", "-")

    def _product(self) -> Expression:
        return self._chain(self._atom, "*")

    def _chain(self, part: Callable[[], Expression], *signs: str) -> Expression:
        tree, column = part(), self._next.column
        while sign := self._take(*signs):
            tree = Call(sign, (tree, part()), column)
            column = self._next.column
        return tree

    def _atom(self) -> Expression:
        token = self._next
        if self._take("-"):
            return Call("-", (Literal(0, token.column), self._atom()), token.column)
        if self._take("("):
            inner = self.alternatives()
            self._one_of(")")
            return inner
        if token.kind in LITERALS:
            self._at += 1
            return _literal(token)
        return self._word()

    def _word(self) -> Expression:
        token = self._next
        word = self.expect("word", "a name, a number, a date or a text")
        if self._take("("):
            return self._call(token)
        if "." not in word or word in KEYWORDS:
            raise SyntaxFault(token.column, "a name of the form owner.attribute", word)
        owner, attribute = word.split(".")
        return Name(owner, attribute, token.column)

    def _call(self, function: Token) -> Expression:
        if function.value not in FUNCTIONS:
            known = " or ".join(sorted(FUNCTIONS))
            raise SyntaxFault(function.column, known, function.value)
        operands = self._listed(self.alternatives)
        wanted = FUNCTIONS[function.value]
        least = len(wanted.takes)
        if len(operands) < least or (len(operands) > least and not wanted.more):
            expected = f"{least}{' or more' * wanted.more} operands of {function.value}"
            raise SyntaxFault(function.column, expected, str(len(operands)))
        return Call(function.value, tuple(operands), function.column)


LITERALS: dict[str, Callable[[str], int | Decimal | str | date]] = {
    "date": date.fromisoformat,
    "number": lambda text: Decimal(text) if "." in text else int(text),
    "text": lambda text: text[1:-1],
}


def _literal(token: Token) -> Literal:
    try:
        return Literal(LITERALS[token.kind](token.value), token.column)
    except ValueError as fault:
        raise SyntaxFault(token.column, "a day that exists", token.value) from fault
