"""The terms of a line's driver in a year, and numbers, as Excel reads them."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from gevinst.engines.businesscase.figures.formula import Formula
from gevinst.engines.businesscase.model.amounts import Amount
from gevinst.features.benefits.reporting.workbook.formula import excel
from gevinst.features.benefits.reporting.workbook.formula_signs import MULTIPLY
from gevinst.features.benefits.reporting.workbook.layout import Layout

Written = Mapping[str, str]


def terms_at(layout: Layout, amount: Amount, t: int) -> Written:
    """Each term of a driver in a year. Raises: Untranslatable."""
    return {name: written_at(layout, formula, t) for name, formula in amount.terms.items()}


def written_at(layout: Layout, formula: Formula, t: int, within: int = MULTIPLY + 1) -> str:
    """A formula in a year; in brackets where it binds less than `within`. Raises as `terms_at`."""
    return excel(formula, lambda name: layout.assumption(name, t), within)


def periods(written: Written) -> str:
    """The factor of a driver that is paid by period; nothing for others."""
    return f"*{written['periods']}" if "periods" in written else ""


def number(value: Decimal) -> str:
    """A number as Excel reads it, in brackets where it is negative.

    >>> number(Decimal("1E+3")), number(Decimal("-0.5"))
    ('1000', '(-0.5)')
    """
    plain = format(value, "f")
    return f"({plain})" if value < 0 else plain
