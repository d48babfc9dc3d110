"""A row of the table of benefits of quality."""

from __future__ import annotations

from django.utils.translation import gettext as _

from gevinst.features.benefits.casework.paths import rows
from gevinst.features.benefits.web.cases.editing.fields import Fields, Row
from gevinst.features.benefits.web.cases.tables.source_fields import optional, source_fields
from gevinst.features.benefits.web.cases.words.choices import options
from gevinst.features.benefits.web.cases.words.evidence import GRADES, STATUSES
from gevinst.features.benefits.web.cases.words.frame import BETTER, QUALITY_KINDS


def quality_row(make: Fields, at: int) -> Row:
    """The row of the benefit of quality at that place of the list."""
    path, row = f"quality.{at}", rows(make.data, "quality")[at]
    return Row(
        path,
        str(row.get("title") or row.get("id") or ""),
        [
            make.one(f"{path}.title", _("What becomes better?"), wide=True),
            make.one(f"{path}.kind", _("Kind"), "select", choices=options(QUALITY_KINDS)),
            make.one(f"{path}.unit", _("Measured in")),
            make.one(f"{path}.before", _("Before"), "number"),
            make.one(f"{path}.after", _("After"), "number"),
            make.one(f"{path}.target", _("Target"), "number"),
        ],
        [
            make.one(f"{path}.better", _("Which way is better"), "select",
                choices=optional(BETTER)),
            make.one(f"{path}.n", _("Asked or measured"), "whole"),
            make.one(f"{path}.status", _("Status"), "select", choices=optional(STATUSES)),
            make.one(f"{path}.evidence", _("How known"), "select", choices=options(GRADES)),
            *source_fields(make, path),
        ],
        path=f"quality.{row.get('id', '')}",
    )  # fmt: skip
