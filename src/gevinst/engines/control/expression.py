"""The conditions of rules: their syntax tree and the names that they read.

expr     = and ("or" and)*           and  = not ("and" not)*        not = "not" not | compared
compared = sum [("==" | "!=" | "<" | "<=" | ">" | ">=") sum | "is" ("missing" | "present")
                | ["not"] "in" "(" sum, … ")" | ["not"] "between" sum "and" sum]
sum      = product (("+" | "-") product)*      product = atom ("*" atom)*
atom     = number | date | 'text' | name | function "(" expr, … ")" | "(" expr ")" | "-" atom
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Literal:
    """A number, a date or a text; `column` is where it stands in the condition, from 1."""

    value: int | Decimal | str | date
    column: int = field(default=1, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Name:
    """`owner.attribute`: a column of the subject, an answer of a fact, or a parameter."""

    owner: str
    attribute: str
    column: int = field(default=1, compare=False, repr=False)

    def __str__(self) -> str:
        return f"{self.owner}.{self.attribute}"


@dataclass(frozen=True, slots=True)
class Call:
    """An operator or a function with its operands; `name` is the sign or the function's name."""

    name: str
    operands: tuple[Expression, ...]
    column: int = field(default=1, compare=False, repr=False)


Expression = Literal | Name | Call


@dataclass(frozen=True, slots=True)
class Function:
    """What a function takes and gives: `text`, `number`, `date`, `truth`, or `same` as its first operand.

    With `more` the last operand may be repeated.
    """

    takes: tuple[str, ...]
    gives: str
    more: bool = False


FUNCTIONS = {
    "abs": Function(("number",), "number"),
    "add_days": Function(("date", "number"), "date"),
    "days_between": Function(("date", "date"), "number"),
    "edit_distance": Function(("text", "text"), "number"),
    "if_missing": Function(("same", "same"), "same"),
    "length": Function(("text",), "number"),
    "max": Function(("same", "same"), "same", more=True),
    "min": Function(("same", "same"), "same", more=True),
    "quotient_rounds_to": Function(("number", "number", "number"), "truth"),
    "starts_with": Function(("text", "text"), "truth"),
}
ASKS_WHETHER_KNOWN = ("missing", "present", "if_missing")


def names(expression: Expression) -> Iterator[Name]:
    """Every name that the expression reads, in reading order, repeated as it repeats."""
    if isinstance(expression, Name):
        yield expression
    elif isinstance(expression, Call):
        for operand in expression.operands:
            yield from names(operand)


def needed(expression: Expression) -> Iterator[Name]:
    """The names that must be known for an answer: not those asked only whether they are known."""
    if isinstance(expression, Name):
        yield expression
    elif isinstance(expression, Call) and expression.name not in ASKS_WHETHER_KNOWN:
        for operand in expression.operands:
            yield from needed(operand)
