"""What is asked of the work: how often it is done, how long it takes, what becomes of the time."""

from __future__ import annotations

from dataclasses import replace

from django.utils.translation import gettext as _

from gevinst.features.benefits.casework.paths import rows
from gevinst.features.benefits.web.cases.editing.fields import Field, Fields, Section
from gevinst.features.benefits.web.cases.questions.rows import side_by_side, with_range
from gevinst.features.benefits.web.cases.tables.source_fields import source_fields
from gevinst.features.benefits.web.cases.words.choices import options
from gevinst.features.benefits.web.cases.words.frame import PERIODS
from gevinst.features.benefits.web.cases.words.lines import MODES


def ask_often(make: Fields) -> Section:
    """How many, and in which period."""
    period = make.one("assumptions.periods.value", _("So many"), "select", choices=options(PERIODS))
    if period.value == "":
        period = make.one(
            "assumptions.periods.value",
            _("So many"),
            "select",
            choices=[("", str(PERIODS["1"])), *options(PERIODS)[1:]],
        )
    return Section(
        _("How often?"),
        _(
            "The number of cases, visits or invoices. If you are not sure, give a lowest and a highest."
        ),
        [side_by_side(*with_range(make, "volume", _("How many"))), side_by_side(period)],
    )


def ask_long(make: Fields) -> Section:
    """Minutes today and after, the cost of an hour, and what becomes of the time."""
    mode = _mode(make)
    return Section(
        _("How long does it take today, and after?"),
        _("Minutes of work for each, on average. A measurement of your own beats a guess."),
        [
            side_by_side(*with_range(make, "minutes_before", _("Minutes today"))),
            side_by_side(*with_range(make, "minutes_after", _("Minutes after"))),
            side_by_side(*with_range(make, "hourly_cost", _("An hour costs, DKK"))),
            side_by_side(
                make.one("assumptions.minutes_before.evidence", _("How are the minutes known?"),
                    "select", choices=_evidence()),
                _source(make),
            ),
            *([side_by_side(mode)] if mode else []),
        ],
    )  # fmt: skip


def _source(make: Fields) -> Field:
    """Where the minutes are from: a text, or the document of a source that is spelled out."""
    path = "assumptions.minutes_before"
    first, *_rest = source_fields(make, path)
    return replace(first, label=_("Source of the minutes"))


def _evidence() -> list[tuple[str, str]]:
    """How a value is known, as one is asked."""
    return [
        ("", _("Not stated")),
        ("A", _("From accounts or a log")),
        ("B", _("Measured by ourselves")),
        ("C", _("Carried on from earlier years")),
        ("D", _("Estimated by those who do the work")),
        ("E", _("Expected by a supplier or an expert")),
    ]


def _mode(make: Fields) -> Field | None:
    """How the freed time is taken, once there is some."""
    for at, line in enumerate(rows(make.data, "benefits")):
        if line.get("id") == "time":
            label = _("What becomes of the time?")
            return make.one(f"benefits.{at}.mode", label, "select", choices=options(MODES)[:5])
    return None
