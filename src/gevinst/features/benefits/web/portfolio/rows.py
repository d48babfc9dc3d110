"""The portfolio as rows: a benefit each, for CSV and Excel."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from gevinst.features.benefits.queries.portfolio.portfolio import Portfolio

if TYPE_CHECKING:
    pass

UNIT, EXPECTED, MEASURED = 8, 9, 10


def head() -> list[str]:
    """The columns."""
    return [
        _("Benefit"), _("Authority"), _("Type"), _("How far"), _("How it is taken"), _("Owner"), _("Process"),
        _("Business case"), _("Unit"), _("Expected a year"), _("Measured a year"), _("Realisation rate"),
        _("Next measurement"), _("Evidence"),
    ]  # fmt: skip


def lines(found: Portfolio) -> Iterator[list[object]]:
    """One row a benefit."""
    for one in found.holdings:
        held, step = one.benefit, one.standing.step if one.standing else None
        yield [
            held.title,
            held.authority.name,
            held.get_kind_display(),
            held.get_state_display(),
            held.get_mode_display(),
            held.owner_name,
            held.process.title if held.process else "",
            held.case_key,
            held.unit_label,
            held.expected,
            one.standing.a_year if one.standing else None,
            one.rate,
            held.next_measurement_on,
            step.grade if step else "",
        ]
