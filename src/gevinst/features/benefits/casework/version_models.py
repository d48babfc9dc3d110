"""Versions of business cases: what was kept, by whom, approved by whom."""

from __future__ import annotations

from typing import ClassVar

import pgtrigger
from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gevinst.features.benefits.casework.models import BusinessCase


class CaseVersion(models.Model):
    """The case file as it was kept, with the reason and what it came to. Never changed.

    `results` are the headline figures as text, so that no figure passes a binary float; empty where the file
    had faults. An approved version carries who approved it.
    """

    PERSONAL: ClassVar[tuple[str, ...]] = ("by", "by_name", "approved_by", "approved_name")

    case = models.ForeignKey(BusinessCase, models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    text = models.TextField()
    digest = models.CharField(max_length=64)
    engine = models.CharField(_("engine version"), max_length=40)
    reason = models.CharField(_("reason"), max_length=500)
    results = models.JSONField(default=dict)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    by_name = models.CharField(max_length=200)
    at = models.DateTimeField(default=timezone.now)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    approved_name = models.CharField(max_length=200, blank=True)
    approved_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("version of a business case")
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["case", "number"], name="case_version_once")]
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)
        ]

    def __str__(self) -> str:
        return f"{self.case} {self.number}"
