"""A small evaluation of Excel formulas, for tests: what Gevinst writes, worked out again by other code."""

from __future__ import annotations

import io
import math
import re
from collections.abc import Callable
from decimal import ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from typing import Any

import openpyxl

TOKEN = re.compile(
    r"\s*(?:(?P<number>\d+\.?\d*(?:[eE][+-]?\d+)?)|(?P<text>\"[^\"]*\")"
    r"|(?P<cell>(?:'[^']+'!)?\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?(?![\w(]))"
    r"|(?P<name>[A-Za-z_][\w.]*)|(?P<sign><=|>=|<>|[-+*/^(),=<>]))"
)


class Sheets:
    """A workbook whose formulas are worked out when their cells are asked for."""

    def __init__(self, content: bytes, **given: Decimal) -> None:
        self.book = openpyxl.load_workbook(io.BytesIO(content))
        self.given, self.known = given, {}  # type: ignore[var-annotated]

    def value(self, sheet: str, cell: str) -> Any:
        """What a cell comes to."""
        key = (sheet, cell.replace("$", ""))
        if key not in self.known:
            held = self.book[sheet][key[1]].value
            if isinstance(held, str) and held.startswith("="):
                self.known[key] = Formula(held[1:], sheet, self).result()
            else:
                self.known[key] = Decimal(repr(held)) if isinstance(held, int | float) else held
        return self.known[key]

    def name(self, name: str) -> Any:
        """What a name stands for."""
        if name in self.given:
            return self.given[name]
        sheet, cell = self.book.defined_names[name].attr_text.rsplit("!", 1)
        return self.value(sheet.strip("'"), cell)

    def span(self, sheet: str, cells: str) -> list[Any]:
        """The values of a range, row by row."""
        rows = self.book[sheet][cells.replace("$", "")]
        return [self.value(sheet, cell.coordinate) for row in rows for cell in row]


class Formula:
    """One formula, read from left to right with Excel's precedence."""

    def __init__(self, text: str, sheet: str, sheets: Sheets) -> None:
        self.tokens, at = [], 0
        while at < len(text):
            found = TOKEN.match(text, at)
            assert found, f"{text!r} at {at}"
            self.tokens.append((found.lastgroup, found.group(found.lastgroup or 0)))
            at = found.end()
        self.at, self.sheet, self.sheets = 0, sheet, sheets

    def result(self) -> Any:
        value = self._comparison()
        assert self.at == len(self.tokens), self.tokens[self.at :]
        return value

    def _peek(self) -> str:
        return self.tokens[self.at][1] if self.at < len(self.tokens) else ""

    def _next(self) -> tuple[str | None, str]:
        self.at += 1
        return self.tokens[self.at - 1]

    def _comparison(self) -> Any:
        left = self._sum()
        while self._peek() in ("=", "<>", "<", ">", "<=", ">="):
            sign, right = self._next()[1], self._sum()
            left = COMPARE[sign](left, right)
        return left

    def _sum(self) -> Any:
        left = self._product()
        while self._peek() in ("+", "-"):
            sign, right = self._next()[1], self._product()
            left = left + right if sign == "+" else left - right
        return left

    def _product(self) -> Any:
        left = self._power()
        while self._peek() in ("*", "/"):
            sign, right = self._next()[1], self._power()
            left = left * right if sign == "*" else left / right
        return left

    def _power(self) -> Any:
        left = self._signed()
        while self._peek() == "^":
            self._next()
            left = left ** self._signed()
        return left

    def _signed(self) -> Any:
        """A minus binds more than a power in Excel."""
        if self._peek() == "-":
            self._next()
            return -self._signed()
        return self._atom()

    def _atom(self) -> Any:
        kind, text = self._next()
        if kind == "number":
            return Decimal(text)
        if kind == "text":
            return text[1:-1]
        if kind == "cell":
            sheet, _, cell = text.rpartition("!")
            where = sheet.strip("'") or self.sheet
            return self.sheets.span(where, cell) if ":" in cell else self.sheets.value(where, cell)
        if text == "(":
            value = self._comparison()
            assert self._next()[1] == ")"
            return value
        if text in ("TRUE", "FALSE"):
            return text == "TRUE"
        return self._call(text) if self._peek() == "(" else self.sheets.name(text)

    def _call(self, name: str) -> Any:
        """The arguments as code to be run, so that IF and CHOOSE take one branch."""
        self._next()
        branches: list[Callable[[], Any]] = []
        while self._peek() != ")":
            start = self.at
            self._skip()
            branches.append(self._branch(start))
            if self._peek() == ",":
                self._next()
        self._next()
        return LAZY[name](branches) if name in LAZY else EAGER[name](*[b() for b in branches])

    def _skip(self) -> None:
        depth = 0
        while depth or self._peek() not in (",", ")"):
            depth += {"(": 1, ")": -1}.get(self._next()[1], 0)

    def _branch(self, start: int) -> Callable[[], Any]:
        def run() -> Any:
            back, self.at = self.at, start
            value, self.at = self._comparison(), back
            return value

        return run


def numbers(values: tuple[Any, ...]) -> list[Decimal]:
    flat = [each for value in values for each in (value if isinstance(value, list) else [value])]
    return [each for each in flat if isinstance(each, Decimal)]


def rounded(mode: str) -> Callable[..., Decimal]:
    def apply(value: Decimal, places: Decimal = Decimal(0)) -> Decimal:
        return value.quantize(Decimal(1).scaleb(-int(places)), mode)

    return apply


def median(*values: Any) -> Decimal:
    held = sorted(numbers(values))
    middle = len(held) // 2
    return held[middle] if len(held) % 2 else (held[middle - 1] + held[middle]) / 2


COMPARE: dict[str, Callable[[Any, Any], bool]] = {
    "=": lambda a, b: type(a) is type(b) and a == b,
    "<>": lambda a, b: type(a) is not type(b) or a != b,
    "<": lambda a, b: a < b,
    ">": lambda a, b: a > b,
    "<=": lambda a, b: a <= b,
    ">=": lambda a, b: a >= b,
}
LAZY: dict[str, Callable[[list[Callable[[], Any]]], Any]] = {
    "IF": lambda b: b[1]() if b[0]() else b[2](),
    "CHOOSE": lambda b: b[int(b[0]())](),
    "AND": lambda b: all(each() for each in b),
    "OR": lambda b: any(each() for each in b),
}
EAGER: dict[str, Callable[..., Any]] = {
    "ROUND": rounded(ROUND_HALF_UP),
    "TRUNC": rounded(ROUND_DOWN),
    "ROUNDUP": rounded(ROUND_CEILING),
    "INT": lambda value: value.to_integral_value(ROUND_FLOOR),
    "NOT": lambda value: not value,
    "SUM": lambda *values: sum(numbers(values), Decimal(0)),
    "MIN": lambda *values: min(numbers(values)),
    "MAX": lambda *values: max(numbers(values)),
    "PRODUCT": lambda *values: math.prod(numbers(values)),
    "AVERAGE": lambda *values: sum(numbers(values)) / len(numbers(values)),
    "MEDIAN": median,
    "ABS": abs,
    "MOD": lambda a, b: a - b * (a / b).to_integral_value(ROUND_FLOOR),
    "SQRT": lambda value: value.sqrt(),
    "EXP": lambda value: value.exp(),
    "LN": lambda value: value.ln(),
    "LOG": lambda value, base: value.ln() / base.ln(),
    "LOG10": lambda value: value.log10(),
}
