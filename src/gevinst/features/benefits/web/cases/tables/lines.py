"""The tables of costs and benefits."""

from __future__ import annotations

from django.utils.translation import gettext as _

from gevinst.features.benefits.casework.paths import rows
from gevinst.features.benefits.web.cases.editing.fields import Fields, Section
from gevinst.features.benefits.web.cases.tables.benefit_rows import benefit_row
from gevinst.features.benefits.web.cases.tables.cost_rows import cost_row


def lines(make: Fields) -> list[Section]:
    """Costs of the two scenarios, then benefits."""
    return [
        Section(
            _("Costs"),
            _("Without the solution (0) and with it (1). What stands in both cancels out."),
            [cost_row(make, at) for at in range(len(rows(make.data, "costs")))],
            add="costs",
            add_words=_("Add a cost"),
            id="costs",
        ),
        Section(
            _("Benefits"),
            _("A benefit names the cost it relieves, so that no effect is counted twice."),
            [benefit_row(make, at) for at in range(len(rows(make.data, "benefits")))],
            add="benefits",
            add_words=_("Add a benefit"),
            id="benefits",
        ),
    ]
