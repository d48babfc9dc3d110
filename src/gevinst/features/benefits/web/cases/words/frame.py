"""The words for the frame of a case, its risks and its quality."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from gevinst.features.benefits.web.cases.words.choices import Words

BASELINES: Words = {
    "frozen": _("As the last year"),
    "trend": _("As the trend of what was spent"),
    "committed": _("By what is agreed in contracts"),
    "counterfactual": _("As the need would have grown"),
}
ORIGINS: Words = {
    "project_start": _("From the start of the project"),
    "operation_start": _("From the start of operation"),
}
QUALITY_KINDS: Words = {
    "task_quality": _("The task is done better"),
    "perceived_service": _("The service is felt to be better"),
    "well_being": _("Staff thrive better"),
    "security": _("Information is better protected"),
}
BETTER: Words = {"higher": _("More is better"), "lower": _("Less is better")}
RISK_STATUSES: Words = {
    "open": _("May still happen"),
    "occurred": _("Has happened"),
    "expired": _("Can no longer happen"),
}
PERIODS: Words = {
    "1": _("a year"),
    "4": _("a quarter"),
    "12": _("a month"),
    "52": _("a week"),
    "220": _("a working day (220 a year)"),
    "365": _("a day"),
}
