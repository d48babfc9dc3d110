"""The tables of a memo: lines, assumptions, risks, and what is not money."""

from __future__ import annotations

from decimal import Decimal

from django.utils.translation import gettext as _

from gevinst.engines.businesscase.calculus.result import Result
from gevinst.engines.businesscase.model.case import Case
from gevinst.features.benefits.charts.case_chart import money
from gevinst.features.benefits.publishing.sources import place_words
from gevinst.features.benefits.publishing.units import unit_words
from gevinst.features.benefits.publishing.words import STATUSES, word
from gevinst.features.benefits.reporting.case_parts import (
    Part,
    table,
)
from gevinst.shared.templatetags.gevinst import number

SIDES = {"0": "0", "1": "1", "both": "0 + 1"}


def lines_table(result: Result) -> Part:
    """Each line with its scenario, its owner, and what it comes to over all years."""
    rows = [
        (
            each.line.title,
            SIDES.get(each.line.scenario, _("benefit")),
            word(STATUSES, each.line.status),
            each.line.owner,
            money(sum(each.dkk, Decimal(0))),
        )
        for each in result.lines.values()
    ]
    head = (_("Line"), _("Scenario"), _("How known"), _("Owner"), _("All years"))
    return table(_("The lines"), head, rows, "ttttn", (3, 0, 1.2, 1.5, 1.3))


def assumptions_table(case: Case, result: Result) -> Part:
    """Each assumption with its bounds, unit and source."""
    rows = [
        (
            each.title or each.name,
            short_number(each.low),
            short_number(result.values[each.name]),
            short_number(each.high),
            unit_words(each.unit),
            word(STATUSES, each.status),
            place_words(each.source),
        )
        for each in case.assumptions.values()
    ]
    head = (
        *(_("Assumption"), _("Low"), _("Likely"), _("High")),
        *(_("Unit"), _("How known"), _("Source")),
    )
    told = _("Values of the first year where they differ from year to year.")
    widths = (2.4, 0, 0, 0, 1.2, 0, 2.4)
    return table(_("Assumptions"), head, rows, "tnnnttt", widths, note=told, size=8)


def short_number(value: Decimal | None) -> str:
    """A number with two decimals where it has any; nothing for none."""
    if value is None:
        return ""
    return number(value, 0 if value == value.to_integral_value() else 2)
