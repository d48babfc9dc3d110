"""The steps that benefits of the register have taken."""

from __future__ import annotations

from typing import ClassVar

import pgtrigger
from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gevinst.features.benefits.register_choices import (
    BenefitState,
    Grade,
)
from gevinst.features.benefits.register_models import Benefit


class BenefitStep(models.Model):
    """One move of a benefit, or one measurement (`source` and `target` the same). Never changed.

    `value` is that of the period from `since` to `until`. `rests_on` names the effects it was read from.
    """

    PERSONAL: ClassVar[tuple[str, ...]] = ("owner", "owner_name", "by", "by_name", "evidence")

    benefit = models.ForeignKey(Benefit, models.PROTECT, related_name="steps")
    source = models.CharField(max_length=12, choices=BenefitState)
    target = models.CharField(max_length=12, choices=BenefitState)
    on = models.DateField(_("date"))
    grade = models.CharField(_("evidence"), max_length=1, choices=Grade, blank=True)
    evidence = models.TextField(_("what it rests on"))
    value = models.DecimalField(_("value"), max_digits=16, decimal_places=2, null=True)
    expected = models.DecimalField(max_digits=16, decimal_places=2, null=True)
    since = models.DateField(_("period from"), null=True)
    until = models.DateField(_("period until"), null=True)
    n = models.PositiveIntegerField(_("number of cases"), null=True)
    rests_on = models.JSONField(default=dict)
    budget_reference = models.CharField(max_length=200, blank=True)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    owner_name = models.CharField(max_length=200, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    by_name = models.CharField(max_length=200)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        app_label = "benefits"
        verbose_name = _("step of a benefit")
        ordering = ["id"]
        indexes = [models.Index(fields=["benefit", "-id"], name="steps_of_benefit")]
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)
        ]

    def __str__(self) -> str:
        return f"{self.source} {self.target}"
