"""The words of the assessment: its dimensions, the rule of each grade, what a grade is counted from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from gevinst.engines.businesscase.readiness.grade import Dimension
from gevinst.features.benefits.publishing.words import Words

DIMENSIONS: Final[Words] = {
    Dimension.TIME: pgettext_lazy("dimension", "Time"),
    Dimension.ECONOMY: pgettext_lazy("dimension", "Economy"),
    Dimension.QUALITY: pgettext_lazy("dimension", "Quality"),
}
# Dimension -> the rule of each grade 0-3, as the reader is told it.
RULES: Final[Mapping[str, tuple[Promise, ...]]] = {
    Dimension.TIME: (
        _("No time is freed."),
        _("Less than 5 per cent of the process time is freed."),
        _("From 5 to 20 per cent of the process time is freed."),
        _("More than 20 per cent of the process time is freed."),
    ),
    Dimension.ECONOMY: (
        _("The investment is not paid back."),
        _("The investment is paid back after more than 5 years."),
        _("The investment is paid back after 2 to 5 years."),
        _("The investment is paid back in less than 2 years."),
    ),
    Dimension.QUALITY: (
        _("No indicator of quality is better."),
        _("One indicator of quality is better."),
        _("Two indicators of quality are better."),
        _("Three or more indicators of quality are better."),
    ),
}
INPUTS: Final[Words] = {
    "freed_hours": _("Hours freed"),
    "process_hours": _("Hours the process takes"),
    "share": _("Share of the process time"),
    "payback_years": _("Payback in years"),
    "never": _("Never paid back"),
    "improved": _("Indicators that are better"),
    "counted": _("Indicators counted"),
}
