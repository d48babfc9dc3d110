"""The legal clauses that a process rests on, and when somebody last saw that they still hold."""

from __future__ import annotations

from typing import ClassVar

import pghistory
from django.db import models
from django.utils.translation import gettext_lazy as _

from gevinst.features.catalogue.models.changes import noted
from gevinst.features.catalogue.models.process import Process


@pghistory.track()
class LegalClause(models.Model):
    """A clause; it is to be verified again `verify_months` after `verified_on` (never: at once)."""

    PERSONAL: ClassVar[tuple[str, ...]] = ("verified_by",)

    process = models.ForeignKey(Process, models.CASCADE, related_name="legal_clauses")
    text = models.CharField(_("legal clause"), max_length=255)
    url = models.URLField(_("address of the law"), max_length=500, blank=True)
    verified_on = models.DateField(_("last verified"), null=True, blank=True)
    verified_by = models.ForeignKey(
        "accounts.User", models.PROTECT, null=True, blank=True, related_name="+"
    )
    verify_months = models.PositiveSmallIntegerField(_("months between verifications"), default=12)

    class Meta:
        verbose_name = _("legal clause")
        verbose_name_plural = _("legal clauses")
        ordering = ["pk"]
        triggers = [noted("process_id")]

    def __str__(self) -> str:
        return self.text
