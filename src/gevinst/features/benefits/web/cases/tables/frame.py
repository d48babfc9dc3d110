"""The frame of a case, and its readings."""

from __future__ import annotations

from django.utils.translation import gettext as _

from gevinst.features.benefits.web.cases.editing.fields import Fields, Row, Section
from gevinst.features.benefits.web.cases.tables.source_fields import optional
from gevinst.features.benefits.web.cases.words.choices import options
from gevinst.features.benefits.web.cases.words.frame import BASELINES, ORIGINS


def frame(make: Fields) -> list[Section]:
    """Years, prices, parties and how time is counted; then the readings."""
    one = make.one
    named = make.data.get("readings")
    return [
        Section(
            _("The frame"),
            "",
            [
                Row("", _("Years and prices"), [
                    one("years.from", _("First year"), "year"),
                    one("years.to", _("Last year"), "year"),
                    one("operation_from", _("In operation from"), "year"),
                    one("price_year", _("Prices of"), "year"),
                    one("origin", _("Break-even is counted"), "select",
                        choices=options(ORIGINS)),
                    one("baseline", _("Without the solution"), "select",
                        choices=optional(BASELINES)),
                    one("discount", _("Discount rate as of"), hint=_("A day or a year; empty: today's")),
                    one("effective_hours", _("Effective hours of full-time staff a year"),
                        hint=_("A number or a key; empty: the usual")),
                ], drop=False),
                Row("", _("Parties"), [
                    one("parties", _("Who pays or gains"), "names"),
                    one("perspective", _("Whose net counts"), "names", hint=_("Empty: everybody's")),
                ], drop=False),
            ],
            id="frame",
        ),
        Section(
            _("Readings"),
            _("Another way to understand the facts: values replaced, lines left out."),
            [_reading(make, name) for name in (named or {})],
            add="readings",
            add_words=_("Add a reading"),
            id="readings",
        ),
    ]  # fmt: skip


def _reading(make: Fields, name: str) -> Row:
    path = f"readings.{name}"
    return Row(
        path,
        name,
        [
            make.one(f"{path}.title", _("Name"), wide=True),
            make.one(f"{path}.assumptions", _("Values instead (key: 10; other: 5)"), "series"),
            make.one(f"{path}.without", _("Lines left out"), "names"),
            make.one(f"{path}.reason", _("Why"), "area", wide=True),
        ],
        path=path,
    )
