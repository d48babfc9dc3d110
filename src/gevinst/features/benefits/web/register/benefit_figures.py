"""Expected and measured of a benefit, as figures and as a chart."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.utils.translation import gettext as _

from gevinst.engines.benefit import sample_note
from gevinst.engines.businesscase.model.benefit_state import Grade
from gevinst.features.benefits import queries
from gevinst.features.benefits.models import Benefit, BenefitStep
from gevinst.features.benefits.register_choices import BenefitState
from gevinst.features.benefits.web.figures import month_name
from gevinst.shared import charts
from gevinst.shared.templatetags.gevinst import day, number


def figures(held: Benefit) -> list[dict[str, Any]]:
    """Expected a year, and the newest measurement with where it is from."""
    found: list[dict[str, Any]] = [
        {
            "label": _("Expected a year"),
            "value": number(held.expected),
            "unit": held.unit_label,
            "kind": charts.EXPECTED,
        }
    ]
    told = queries.standing(held)
    if told is None:
        return found
    step = told.step
    source = [
        (_("Period"), f"{day(step.since)} – {day(step.until)}"),
        (_("Value of the period"), f"{number(step.value, 2)} {held.unit_label}"),
        (_("Grade of evidence"), step.get_grade_display()),
        (_("Rests on"), step.evidence),
        (_("Written by"), f"{step.by_name}, {day(step.on)}"),
    ]
    both: dict[str, Any] = {"kind": charts.MEASURED, "source": source}
    found.append(
        {
            "label": _("Measured a year"),
            "value": number(told.a_year),
            "unit": held.unit_label,
            **both,
        }
    )
    if told.rate is not None:
        share = number(told.rate * 100)
        found.append({"label": _("Of what was expected"), "value": share, "unit": "%", **both})
    return found


def chart(held: Benefit) -> str:
    """Expected a year beside each measurement as a year's."""
    measured = [
        found
        for step in queries.steps(held)
        if step.target != BenefitState.ESTIMATED and (found := queries.standing_of(step, None))
    ]
    if not measured or held.expected is None:
        return ""
    first = (measured[0].step.since or held.created_at.date()) - timedelta(days=1)
    bars = [charts.Bar(_("expected"), held.expected, charts.EXPECTED, first)]
    for one in measured:
        until = one.step.until or one.step.on
        bars.append(charts.Bar(month_name(until), one.a_year, charts.MEASURED, until))
    return charts.columns(bars, title=_("Expected and measured a year"), unit=held.unit_label)


def sample_words(step: BenefitStep) -> str:
    """What to say of the sample behind a measurement."""
    note = sample_note(Grade(step.grade), step.n) if step.grade else None
    words = {
        "sample-not-stated": _("The number of cases is not stated"),
        "single-case": _("One case only"),
        "small-sample": _("Small sample"),
    }
    return words[note.code] if note else ""
