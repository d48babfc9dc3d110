"""The formula language: what it takes to read a formula once and work it out many times.

It looks like Python and is read with Python's own parser, but nothing of it is ever run as Python:
each piece that is allowed has a rule of its own (`grammar`, `evaluation`, `functions`).
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from gevinst.engines.businesscase.figures.evaluation import work_out
from gevinst.engines.businesscase.figures.formula_error import FormulaError
from gevinst.engines.businesscase.figures.grammar import read
from gevinst.engines.businesscase.figures.pieces import free_names

__all__ = ["Formula", "FormulaError", "parse"]


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula that has been read and found to hold nothing but what the language allows."""

    text: str
    names: frozenset[str]
    tree: ast.expr = field(repr=False, compare=False)

    def value(self, values: Mapping[str, Any], number: Callable[[str], Any] = Decimal) -> Any:
        """What the formula comes to for these values; every literal with decimals goes through `number`.

        With `Decimal` no binary float takes part (a float among the values counts as it is printed);
        with `float` the values may be numpy arrays, and the answer is then one too.
        Raises: FormulaError for a name without a value, a division by zero, or too much work.

        >>> parse("100*(m/u-1)").value({"m": 390, "u": Decimal("139.57")}).quantize(Decimal("0.1"))
        Decimal('179.4')
        """
        return work_out(self.tree, self.text, values, number)


def parse(text: str) -> Formula:
    """The formula written in `text`.

    Raises: FormulaError saying what is wrong, in which column, and what was expected.

    >>> sorted(parse("[n for n in range(30, 51) if abs(hours/n - h) <= 0.05]").names)
    ['h', 'hours']
    >>> parse("visits * * minutes")
    Traceback (most recent call last):
    ...
    gevinst.engines.businesscase.figures.formula_error.FormulaError: column 10: invalid syntax; \
expected a formula such as visits*minutes/60
    """
    text = text.strip()
    tree = read(text)
    return Formula(text, free_names(tree), tree)
