"""What kind of value each part of a condition is, so that a comparison that cannot be is refused at once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from gevinst.engines.control.expression import FUNCTIONS, Call, Expression, Literal, Name
from gevinst.engines.control.grammar import COMPARISONS, SyntaxFault

TEXT, NUMBER, DATE, TRUTH = "text", "number", "date", "truth"
SAME = "same"
OF_COLUMN = {"str": TEXT, "int": NUMBER, "money": NUMBER, "decimal": NUMBER, "date": DATE}
SHOWN = {TEXT: "a text", NUMBER: "a number", DATE: "a date", TRUTH: "a condition"}


def kind_of(tree: Expression, columns: Mapping[str, str]) -> str:
    """`text`, `number`, `date` or `truth`; `columns` gives the kind of column of each name.

    Raises `SyntaxFault` where operands do not fit their operator.

    >>> from gevinst.engines.control.grammar import parse
    >>> kind_of(parse("line.price + 1 > 2"), {"line.price": "money"})
    'truth'
    """
    if isinstance(tree, Literal):
        return _of_literal(tree)
    if isinstance(tree, Name):
        return OF_COLUMN[columns[str(tree)]]
    return _of_call(tree, columns)


def check(tree: Expression, columns: Mapping[str, str], wanted: str) -> None:
    """Raises `SyntaxFault` unless the whole of `tree` is of the wanted kind."""
    _expect(tree, wanted, kind_of(tree, columns))


def _of_literal(literal: Literal) -> str:
    if isinstance(literal.value, date):
        return DATE
    return TEXT if isinstance(literal.value, str) else NUMBER


def _of_call(call: Call, columns: Mapping[str, str]) -> str:
    kinds = [kind_of(operand, columns) for operand in call.operands]
    takes, gives = _signature(call, kinds)
    for operand, wanted, found in zip(call.operands, takes, kinds, strict=True):
        _expect(operand, kinds[0] if wanted == SAME else wanted, found)
    if call.name in ("<", "<=", ">", ">=", "between", "min", "max") and kinds[0] in (TEXT, TRUTH):
        raise SyntaxFault(_start(call), "a number or a date", SHOWN[kinds[0]])
    return kinds[0] if gives == SAME else gives


def _signature(call: Call, kinds: list[str]) -> tuple[tuple[str, ...], str]:
    count = len(kinds)
    if call.name in FUNCTIONS:
        function = FUNCTIONS[call.name]
        return function.takes + function.takes[-1:] * (count - len(function.takes)), function.gives
    if call.name in ("and", "or", "not"):
        return (TRUTH,) * count, TRUTH
    if call.name in (*COMPARISONS, "in", "between", "missing", "present"):
        return (SAME,) * count, TRUTH
    return (NUMBER,) * count, NUMBER


def _expect(part: Expression, wanted: str, found: str) -> None:
    if found != wanted:
        raise SyntaxFault(_start(part), SHOWN[wanted], SHOWN[found])


def _start(part: Expression) -> int:
    """The column where the part begins: that of its leftmost operand."""
    if isinstance(part, Call) and part.operands:
        return min(part.column, _start(part.operands[0]))
    return part.column
