"""Business cases that an authority has published: which version, under which address, and its withdrawal."""

from __future__ import annotations

from typing import ClassVar

import pgtrigger
from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Publication(models.Model):
    """An approved version, published or withdrawn under the address of its case. Append-only.

    The newest row of a slug holds: one with `withdrawn` set says why the case is not shown any more, and the
    address goes on answering. A case keeps its slug, and no other case gets it.
    """

    PERSONAL: ClassVar[tuple[str, ...]] = ("by", "by_name")

    case = models.ForeignKey("benefits.BusinessCase", models.PROTECT, related_name="publications")
    version = models.ForeignKey("benefits.CaseVersion", models.PROTECT, related_name="publications")
    slug = models.SlugField(max_length=120)
    withdrawn = models.BooleanField(default=False)
    reason = models.CharField(_("reason"), max_length=500, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    by_name = models.CharField(max_length=200)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("publication of a business case")
        ordering = ["-at", "-pk"]
        indexes = [
            models.Index(fields=["slug", "-id"], name="publication_by_slug"),
            models.Index(fields=["case", "-id"], name="publication_by_case"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(withdrawn=False) | ~models.Q(reason=""),
                name="withdrawn_with_a_reason",
            )
        ]
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)
        ]

    def __str__(self) -> str:
        return self.slug
