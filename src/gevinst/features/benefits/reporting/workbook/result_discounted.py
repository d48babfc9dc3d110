"""The rows of the present value: rates, factors, and the net of each year at its factor."""

from __future__ import annotations

from decimal import Decimal

from django.utils.translation import gettext as _

from gevinst.engines.businesscase.indicators.discounting import discount_factors, rate_in
from gevinst.features.benefits.reporting.workbook.rows import ResultRows
from gevinst.features.benefits.reporting.workbook.terms import number


def add_discounted(rows: ResultRows) -> None:
    """The rates may be changed; factors and present values follow."""
    years, rates = range(len(rows.layout.case.years)), rows.engine.rates
    held = [Decimal(0) if not t else rate_in(rates, t) for t in years]
    factors = discount_factors(len(held), rates)
    words = _("Discount rate from the year before")
    rows.add("rate", words, lambda t: number(held[t]), held, "input_percent", typed=True)

    def factor(t: int) -> str:
        return f"{rows.at('factor', t - 1)}/(1+{rows.at('rate', t)})" if t else "1"

    rows.add("factor", _("Discount factor"), factor, factors, "number")
    values = [net * each for net, each in zip(rows.result.net, factors, strict=True)]

    def present(t: int) -> str:
        return f"{rows.at('net', t)}*{rows.at('factor', t)}"

    rows.add("present", _("Present value"), present, values)
