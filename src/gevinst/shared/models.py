"""The audit trail: one row an action, written in its own transaction, never changed; counts of guests."""

from __future__ import annotations

from typing import ClassVar

import pgtrigger
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class AuditEntry(models.Model):
    """Who did what to which thing, and when. `facts` holds no personal data."""

    PERSONAL: ClassVar[tuple[str, ...]] = ("actor", "actor_name")

    at = models.DateTimeField(auto_now_add=True, db_index=True)
    action = models.CharField(max_length=80)
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    actor_name = models.CharField(max_length=200)
    authority = models.ForeignKey("accounts.Authority", models.PROTECT, null=True, related_name="+")
    target_type = models.CharField(max_length=80)
    target_id = models.CharField(max_length=40)
    facts = models.JSONField(default=dict)

    class Meta:
        verbose_name = _("audit entry")
        indexes = [models.Index(fields=["target_type", "target_id"])]
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)
        ]

    def __str__(self) -> str:
        return f"{self.action} {self.target_type} {self.target_id}"


class GuestCount(models.Model):
    """How often a guest asked in one window. The table is unlogged: counts need not outlive a crash.

    `key` is a keyed hash of the address and the window; `ends_at` is in seconds since 1970.
    """

    PERSONAL: ClassVar[tuple[str, ...]] = ("key",)

    key = models.CharField(primary_key=True, max_length=64)
    ends_at = models.BigIntegerField(db_index=True)
    asked = models.PositiveIntegerField()

    def __str__(self) -> str:
        return f"{self.asked}"
