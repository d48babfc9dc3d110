"""What people are told, and how often they want to hear it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from gevinst.features.catalogue.models.process import Process


class NoticeKind(models.TextChoices):
    """What a notice is about; each kind has its own pace."""

    CHANGED = "changed", _("Something I follow changed")
    SHARED = "shared", _("An authority that I follow shared something")
    COMMENT = "comment", _("A comment or a reply")
    ADOPTED = "adopted", _("Somebody reuses my process")
    SOURCE = "source", _("A process that we reuse changed")
    SEARCH = "search", _("A saved search has new hits")
    HELP = "help", _("Help asked for, offered or answered")
    DUTY = "duty", _("Something waits for me: verify, hand over, bring up to date")
    MODERATION = "moderation", _("A report of content")


class Pace(models.TextChoices):
    """How often notices of a kind are mailed; they always stand on the page."""

    INSTANT = "instant", _("At once")
    DAILY = "daily", _("Daily")
    WEEKLY = "weekly", _("Weekly")
    NEVER = "never", _("Never by e-mail")


class NoticeChoice(models.Model):
    """A person's own choice for a kind; without one `queries.people.pacing.PACES` holds."""

    PERSONAL: ClassVar[tuple[str, ...]] = ("user",)

    user = models.ForeignKey("accounts.User", models.CASCADE, related_name="+")
    kind = models.CharField(max_length=12, choices=NoticeKind)
    pace = models.CharField(max_length=8, choices=Pace)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "kind"], name="notice_choice_once")]

    def __str__(self) -> str:
        return f"{self.kind} {self.pace}"


class Notice(models.Model):
    """One thing that one person is told. `facts` hold what changed, from what to what.

    `pace` is empty where the person's own choice for the kind holds.
    """

    PERSONAL: ClassVar[tuple[str, ...]] = ("user", "facts")

    user = models.ForeignKey("accounts.User", models.CASCADE, related_name="+")
    kind = models.CharField(max_length=12, choices=NoticeKind)
    process = models.ForeignKey(Process, models.CASCADE, null=True, blank=True, related_name="+")
    facts = models.JSONField(default=dict)
    pace = models.CharField(max_length=8, choices=Pace, blank=True)
    at = models.DateTimeField(auto_now_add=True)
    read_at = models.DateTimeField(null=True)
    mailed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [
            models.Index(fields=["user", "-at"]),
            models.Index(fields=["at"], condition=models.Q(mailed_at=None), name="notice_unmailed"),
            models.Index(fields=["user"], condition=models.Q(read_at=None), name="notice_unread"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} to {self.user_id}"
