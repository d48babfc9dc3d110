"""What is said of business cases."""

from __future__ import annotations

from typing import ClassVar

import pghistory
from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gevinst.features.benefits.casework.models import BusinessCase


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
