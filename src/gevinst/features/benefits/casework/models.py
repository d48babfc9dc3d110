"""Business cases of an authority: the draft as the text of its case file, its versions, its comments."""

from __future__ import annotations

from typing import ClassVar

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class CaseState(models.TextChoices):
    """How far a business case has come."""

    DRAFT = "draft", _("Draft")
    PROPOSED = "proposed", _("Awaits approval")
    APPROVED = "approved", _("Approved")
    ARCHIVED = "archived", _("Archived")


class CaseVisibility(models.TextChoices):
    """Who may read a business case."""

    AUTHORITY = "authority", _("My authority")
    SHARED = "shared", _("All authorities")
    PUBLIC = "public", _("Everybody")


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


@pghistory.track(exclude=["text"])
class CaseComment(models.Model):
    """Something said of a case, or of one place in it (`path`, as in its file: "assumptions.minutes").

    Deleting takes the words away for good and leaves the place, so that replies keep theirs.
    """

    PERSONAL: ClassVar[tuple[str, ...]] = ("text", "by", "by_name", "resolved_name")

    case = models.ForeignKey(BusinessCase, models.PROTECT, related_name="comments")
    path = models.CharField(max_length=200, blank=True)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="replies"
    )
    text = models.TextField(_("comment"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    by_name = models.CharField(max_length=200)
    at = models.DateTimeField(default=timezone.now)
    edited_at = models.DateTimeField(null=True)
    deleted_at = models.DateTimeField(null=True)
    resolved_at = models.DateTimeField(null=True)
    resolved_name = models.CharField(max_length=200, blank=True)

    class Meta:
        verbose_name = _("comment on a business case")
        ordering = ["at", "pk"]
        indexes = [models.Index(fields=["case", "path"], name="comment_by_path")]

    def __str__(self) -> str:
        return f"{self.case} {self.path}"
