"""What a memo says beyond its lines: risks, and what is not money."""

from __future__ import annotations

from django.utils.translation import gettext as _

from gevinst.engines.businesscase.model.case import Case
from gevinst.features.benefits.charts.case_chart import money
from gevinst.features.benefits.publishing.units import unit_words
from gevinst.features.benefits.publishing.words import STATUSES, word
from gevinst.features.benefits.reporting.case_parts import (
    Part,
    table,
)
from gevinst.features.benefits.reporting.memo_tables import short_number
from gevinst.shared.templatetags.gevinst import number


def risks_part(case: Case) -> list[Part]:
    """Each risk with its probability and consequence, DKK; nothing where there are none."""
    if not case.risks:
        return []
    rows = [
        (
            each.title,
            f"{number(100 * each.probability)} %",
            money(each.low),
            money(each.likely),
            money(each.high),
            money(each.probability * each.likely),
            each.owner,
        )
        for each in case.risks
    ]
    head = (
        *(_("Risk"), _("Probability"), _("Low"), _("Likely"), _("High")),
        *(_("Effect"), _("Owner")),
    )
    told = _("Effect is the probability times the likely consequence.")
    return [
        table(
            _("Risks"), head, rows, "tnnnnnt", (2.4, 0, 1.1, 1.1, 1.1, 1.1, 1.3), note=told, size=8
        )
    ]


def quality_part(case: Case) -> list[Part]:
    """What changes that is not money; nothing where nothing does."""
    if not case.quality:
        return []
    rows = [
        (
            each.title,
            short_number(each.before),
            short_number(each.after if each.after is not None else each.target),
            unit_words(each.unit),
            word(STATUSES, each.status),
        )
        for each in case.quality
    ]
    head = (_("Quality"), _("Before"), _("After"), _("Unit"), _("How known"))
    return [table(_("What is not money"), head, rows, "tnntt", (3, 0, 0, 1, 1))]
