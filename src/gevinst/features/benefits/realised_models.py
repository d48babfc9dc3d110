"""What a business case came to: actual amounts by line and year, and the version they are held against."""

from __future__ import annotations

from typing import ClassVar

import pgtrigger
from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gevinst.features.benefits.casework.models import BusinessCase
from gevinst.features.benefits.casework.version_models import CaseVersion


class How(models.TextChoices):
    """How an actual amount is known."""

    TYPED = "typed", _("Typed")
    MEASURED = "measured", _("Measured in operation")
    ESTIMATED = "estimated", _("Read from operation, minutes by hand estimated")


class CaseActual(models.Model):
    """What a line came to in a year: DKK (`term` ""), or one of its terms (units, minutes, rate …).

    Not a part of the case file: following an approved case up must not turn it into a draft. Never changed:
    a correction stands beside it with its reason, and the newest counts. `rests_on` names the effects that
    it was read from.
    """

    PERSONAL: ClassVar[tuple[str, ...]] = ("by", "by_name")

    case = models.ForeignKey(BusinessCase, models.PROTECT, related_name="actuals")
    line = models.CharField(_("line"), max_length=80)
    term = models.CharField(max_length=20, blank=True)
    year = models.PositiveSmallIntegerField(_("year"))
    value = models.DecimalField(_("value"), max_digits=24, decimal_places=8)
    how = models.CharField(max_length=12, choices=How, default=How.TYPED)
    source = models.CharField(_("source"), max_length=500)
    reason = models.CharField(_("reason"), max_length=500, blank=True)
    rests_on = models.JSONField(default=dict)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    by_name = models.CharField(max_length=200)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        app_label = "benefits"
        verbose_name = _("actual amount of a business case")
        ordering = ["pk"]
        indexes = [models.Index(fields=["case", "line", "year"], name="actual_by_line")]
        constraints = [
            models.CheckConstraint(condition=models.Q(value__gte=0), name="actual_not_negative")
        ]
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)
        ]

    def __str__(self) -> str:
        return f"{self.case} {self.line} {self.year}"


class CaseBaseline(models.Model):
    """The version that what came is held against from a day on. Never changed: the original stays."""

    PERSONAL: ClassVar[tuple[str, ...]] = ("by", "by_name")

    case = models.ForeignKey(BusinessCase, models.PROTECT, related_name="baselines")
    version = models.ForeignKey(CaseVersion, models.PROTECT, related_name="+")
    original = models.ForeignKey(CaseVersion, models.PROTECT, related_name="+")
    reason = models.CharField(_("reason"), max_length=500)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    by_name = models.CharField(max_length=200)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        app_label = "benefits"
        verbose_name = _("version that a case is held against")
        ordering = ["pk"]
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)
        ]

    def __str__(self) -> str:
        return f"{self.case} {self.version.number}"
