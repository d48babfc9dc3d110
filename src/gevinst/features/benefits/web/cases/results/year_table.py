"""The 0/1 table: scenario 0, scenario 1, benefits and net by year."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from gevinst.engines.businesscase.calculus.result import Result
from gevinst.features.benefits.web.cases.words.places import place_words

Series = tuple[Decimal, ...]


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of the 0/1 table: DKK by year with their sum; `sum` marks one that sums those above."""

    label: str
    values: Series
    place: str = ""
    sum: bool = False

    @property
    def total(self) -> Decimal:
        """The sum over the years."""
        return sum(self.values, Decimal(0))


def zero_and_one(result: Result) -> list[TableRow]:
    """Scenario 0, scenario 1, benefits and net by year; every row and every column adds up."""
    rows: list[TableRow] = []
    for scenario, label, total in (
        ("0", _("Without the solution (0)"), result.cost_0),
        ("1", _("With the solution (1)"), result.cost_1),
    ):
        rows += [
            TableRow(each.line.title, each.dkk, place_words(each.line.place))
            for each in result.lines.values()
            if each.line.scenario in (scenario, "both")
        ]
        rows.append(TableRow(label, total, sum=True))
    benefits = [each for each in result.lines.values() if each.line.is_benefit]
    rows += [TableRow(each.line.title, each.dkk, place_words(each.line.place)) for each in benefits]
    none = (Decimal(0),) * len(result.years)
    gained = _added(none, *(each.dkk for each in benefits))
    rows.append(TableRow(_("Benefits"), gained, sum=True))
    if any(result.transfers):
        rows.append(TableRow(_("From and to other parties"), result.transfers))
    rows.append(TableRow(_("Net: 0 less 1, and benefits"), result.net, sum=True))
    return rows


def _added(*series: Series) -> Series:
    return tuple(sum(values, Decimal(0)) for values in zip(*series, strict=True))
