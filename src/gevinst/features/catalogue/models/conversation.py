"""What people say under a process, and reports of what should not have been said."""

from __future__ import annotations

from typing import ClassVar

import pghistory
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gevinst.features.catalogue.models.changes import noted
from gevinst.features.catalogue.models.process import Process


@pghistory.track()
class Comment(models.Model):
    """A comment or a reply. A deleted one keeps its place and loses its text; `internal`: own authority."""

    PERSONAL: ClassVar[tuple[str, ...]] = ("author", "author_name", "text")

    process = models.ForeignKey(Process, models.CASCADE, related_name="comments")
    parent = models.ForeignKey(
        "self", models.CASCADE, null=True, blank=True, related_name="replies"
    )
    author = models.ForeignKey("accounts.User", models.PROTECT, null=True, related_name="+")
    author_name = models.CharField(max_length=120)
    author_authority = models.CharField(max_length=120, blank=True)
    text = models.TextField(_("comment"), max_length=5000, blank=True)
    internal = models.BooleanField(_("only for my authority"), default=False)
    at = models.DateTimeField(auto_now_add=True)
    edited_at = models.DateTimeField(null=True)
    deleted_at = models.DateTimeField(null=True)
    # Taken out of sight by a moderator.
    withheld = models.BooleanField(default=False)

    class Meta:
        ordering = ["at", "pk"]
        triggers = [noted("process_id")]

    def __str__(self) -> str:
        return f"{self.author_name}: {self.text[:40]}"


@pghistory.track()
class Report(models.Model):
    """Somebody says that a process or a comment should not stand there; a moderator decides."""

    class Reason(models.TextChoices):
        PERSONAL_DATA = "personal_data", _("It holds personal data")
        SECRET = "secret", _("It tells something confidential")
        OFFENSIVE = "offensive", _("It is offensive")
        WRONG = "wrong", _("It is wrong or misleading")
        OTHER = "other", _("Something else")

    class Outcome(models.TextChoices):
        KEPT = "kept", _("Left as it is")
        WITHHELD = "withheld", _("Withheld")
        DELETED = "deleted", _("Deleted")

    PERSONAL: ClassVar[tuple[str, ...]] = ("reporter", "text", "handled_by")

    process = models.ForeignKey(Process, models.CASCADE, related_name="reports")
    comment = models.ForeignKey(
        Comment, models.CASCADE, null=True, blank=True, related_name="reports"
    )
    reason = models.CharField(_("reason"), max_length=15, choices=Reason)
    text = models.TextField(_("explanation"), max_length=2000, blank=True)
    reporter = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    outcome = models.CharField(max_length=10, choices=Outcome, blank=True)
    handled_by = models.ForeignKey("accounts.User", models.PROTECT, null=True, related_name="+")
    handled_at = models.DateTimeField(null=True)
    answer = models.TextField(_("answer"), max_length=2000, blank=True)

    class Meta:
        ordering = ["-at"]
        constraints = [
            # One open report a person of one thing.
            models.UniqueConstraint(
                fields=["process", "comment", "reporter"],
                condition=Q(outcome=""),
                nulls_distinct=False,
                name="report_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.reason} {self.process_id}"
