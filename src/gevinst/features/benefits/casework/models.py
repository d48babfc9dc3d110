"""Business cases of an authority: the draft as the text of its case file."""

from __future__ import annotations

from typing import ClassVar

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gevinst.features.benefits.casework.states import CaseState, CaseVisibility


@pghistory.track()
class BusinessCase(models.Model):
    """A business case being worked on. `text` is its case file as it stands now, and may have faults.

    `revision` counts every change of the row: whoever saves says which one was read. `edited_by` holds the
    ids of all who wrote in it since it was last approved: none of them may approve it. `started_from` is
    "", "file", "process:<id>", "case:<id>" or "shipped:<id>".
    """

    PERSONAL: ClassVar[tuple[str, ...]] = (
        "owner",
        "edited_by",
        "changed_by",
        "changed_name",
        "decided_by",
        "decided_name",
    )

    authority = models.ForeignKey("accounts.Authority", models.PROTECT, related_name="+")
    process = models.ForeignKey(
        "catalogue.Process", models.SET_NULL, null=True, blank=True, related_name="+"
    )
    title = models.CharField(_("title"), max_length=300)
    key = models.SlugField(max_length=80)
    text = models.TextField()
    revision = models.PositiveIntegerField(default=1)
    state = models.CharField(_("state"), max_length=12, choices=CaseState, default=CaseState.DRAFT)
    visibility = models.CharField(
        _("visibility"), max_length=12, choices=CaseVisibility, default=CaseVisibility.AUTHORITY
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    started_from = models.CharField(max_length=120, blank=True)
    created_at = models.DateTimeField(default=timezone.now)
    edited_by = models.JSONField(default=list)
    changed_at = models.DateTimeField(default=timezone.now, db_index=True)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    changed_name = models.CharField(max_length=200)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    decided_name = models.CharField(max_length=200, blank=True)
    answer = models.TextField(_("answer"), blank=True)

    class Meta:
        verbose_name = _("business case")
        ordering = ["-changed_at"]
        constraints = [models.UniqueConstraint(fields=["authority", "key"], name="case_key_once")]
        indexes = [
            models.Index(fields=["authority", "state"], name="case_by_state"),
            models.Index(fields=["process"], name="case_by_process"),
        ]
        triggers = [pgtrigger.Protect(name="kept", operation=pgtrigger.Delete)]

    def __str__(self) -> str:
        return self.title
