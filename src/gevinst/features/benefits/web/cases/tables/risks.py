"""The tables of risks and of benefits of quality."""

from __future__ import annotations

from django.utils.translation import gettext as _

from gevinst.features.benefits.casework.paths import rows
from gevinst.features.benefits.web.cases.editing.fields import Fields, Row, Section
from gevinst.features.benefits.web.cases.tables.quality_rows import quality_row
from gevinst.features.benefits.web.cases.tables.source_fields import optional
from gevinst.features.benefits.web.cases.words.frame import RISK_STATUSES


def risks(make: Fields) -> list[Section]:
    """The risk pool, and benefits of quality."""
    return [
        Section(
            _("Risks"),
            _("What may happen or not. A cost that comes for certain belongs among the costs."),
            [_risk(make, at) for at in range(len(rows(make.data, "risks")))],
            add="risks",
            add_words=_("Add a risk"),
            id="risks",
        ),
        Section(
            _("Quality"),
            _("Benefits that are not money, in a unit that can be measured."),
            [quality_row(make, at) for at in range(len(rows(make.data, "quality")))],
            add="quality",
            add_words=_("Add a benefit of quality"),
            id="quality",
        ),
    ]


def _risk(make: Fields, at: int) -> Row:
    path, row = f"risks.{at}", rows(make.data, "risks")[at]
    return Row(
        path,
        str(row.get("title") or row.get("id") or ""),
        [
            make.one(f"{path}.title", _("What may happen?"), wide=True),
            make.one(f"{path}.probability", _("How likely, per cent"), "percent"),
            make.one(f"{path}.consequence.low", _("Costs at least, DKK"), "number"),
            make.one(f"{path}.consequence.likely", _("Likely costs, DKK"), "number"),
            make.one(f"{path}.consequence.high", _("Costs at most, DKK"), "number"),
        ],
        [
            make.one(f"{path}.owner", _("Who keeps an eye on it")),
            make.one(f"{path}.mitigation", _("What is done about it"), "area", wide=True),
            make.one(f"{path}.status", _("Status"), "select",
                choices=optional(RISK_STATUSES)),
            make.one(f"{path}.exposure", _("When it can happen (2026: 1; 2027: 2)"), "series"),
        ],
        path=f"risks.{row.get('id', '')}",
    )  # fmt: skip
