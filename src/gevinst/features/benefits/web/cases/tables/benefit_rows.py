"""A row of the table of benefits: what, which cost it relieves, how it is taken."""

from __future__ import annotations

from django.utils.translation import gettext as _

from gevinst.features.benefits.casework.paths import rows
from gevinst.features.benefits.web.cases.editing.fields import Fields, Row
from gevinst.features.benefits.web.cases.tables.line_choices import lines_of, place_field
from gevinst.features.benefits.web.cases.tables.line_fields import line_row
from gevinst.features.benefits.web.cases.tables.source_fields import optional
from gevinst.features.benefits.web.cases.words.choices import options
from gevinst.features.benefits.web.cases.words.evidence import GRADES, STATUSES
from gevinst.features.benefits.web.cases.words.lines import MODES


def benefit_row(make: Fields, at: int) -> Row:
    """The row of the benefit at that place of the list."""
    path, line = f"benefits.{at}", rows(make.data, "benefits")[at]
    relieved = lines_of(make.data, ("0", "both"), but=line)
    head = [
        make.one(f"{path}.title", _("What")),
        make.one(f"{path}.relieves", _("Relieves the cost"), "select",
            choices=[("", "–"), *relieved]),
        make.one(f"{path}.mode", _("How it is taken"), "select", choices=options(MODES)),
        place_field(make, path, line, ("benefit",)),
    ]  # fmt: skip
    more = [
        make.one(f"{path}.owner", _("Who answers for it")),
        make.one(f"{path}.status", _("Status"), "select", choices=optional(STATUSES)),
        make.one(f"{path}.evidence", _("How known"), "select", choices=options(GRADES)),
    ]
    return line_row(make, path, line, head, more)
