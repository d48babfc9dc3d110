"""The conditions of rules: their syntax tree and the names that they read.

expr    = and ("or" and)*            and  = not ("and" not)*        not = "not" not | compared
compared = sum [("==" | "!=" | "<" | "<=" | ">" | ">=") sum | "is" ("missing" | "present")]
sum     = product (("+" | "-") product)*      product = atom ("*" atom)*
atom    = number | 'text' | name | function "(" expr, … ")" | "(" expr ")" | "-" atom
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Literal:
    """A number or a text."""

    value: int | Decimal | str


@dataclass(frozen=True, slots=True)
class Name:
    """`owner.attribute`: a column of the subject, an answer of a fact, or a parameter."""

    owner: str
    attribute: str

    def __str__(self) -> str:
        return f"{self.owner}.{self.attribute}"


@dataclass(frozen=True, slots=True)
class Call:
    """An operator or a function with its operands; `name` is the sign or the function's name."""

    name: str
    operands: tuple[Expression, ...]


Expression = Literal | Name | Call

FUNCTIONS = {"days_between": 2, "quotient_rounds_to": 3}


def names(expression: Expression) -> Iterator[Name]:
    """Every name that the expression reads, in reading order, repeated as it repeats."""
    if isinstance(expression, Name):
        yield expression
    elif isinstance(expression, Call):
        for operand in expression.operands:
            yield from names(operand)
