"""A row of the table of costs: what, where, which costs it is bound to, how it behaves."""

from __future__ import annotations

from django.utils.translation import gettext as _

from gevinst.features.benefits.casework.paths import rows
from gevinst.features.benefits.web.cases.editing.fields import Fields, Row
from gevinst.features.benefits.web.cases.tables.line_choices import lines_of, place_field
from gevinst.features.benefits.web.cases.tables.line_fields import line_row
from gevinst.features.benefits.web.cases.words.choices import options
from gevinst.features.benefits.web.cases.words.lines import BEHAVIOURS, SCENARIOS


def cost_row(make: Fields, at: int) -> Row:
    """The row of the cost at that place of the list."""
    path, line = f"costs.{at}", rows(make.data, "costs")[at]
    mine = lines_of(make.data, ("0", "both"), but=line)
    head = [
        make.one(f"{path}.title", _("What")),
        make.one(f"{path}.scenario", _("Scenario"), "select", choices=options(SCENARIOS)),
        place_field(make, path, line, ("project", "operation")),
    ]  # fmt: skip
    links = [
        make.one(f"{path}.continues", _("Carries on the cost"), "select",
            choices=[("", "–"), *lines_of(make.data, ("0",), but=line)]),
        make.one(f"{path}.residual_of", _("Is what is left of"), "select",
            choices=[("", "–"), *mine]),
        make.one(f"{path}.behaviour.kind", _("How the cost behaves"), "select",
            choices=[("", str(BEHAVIOURS["fixed"])), *options(BEHAVIOURS)[1:]]),
        make.one(f"{path}.behaviour.volume", _("The number it follows"), "formula"),
        make.one(f"{path}.behaviour.size", _("A step takes"), "number"),
    ]  # fmt: skip
    return line_row(make, path, line, head, links)
