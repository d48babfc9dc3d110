"""The answers to suppliers: made when an item is returned, kept as they were sent, ended once."""

from __future__ import annotations

from typing import ClassVar

import pgtrigger
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

KEPT = pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)


class Response(models.Model):
    """The answer that goes with one decision to return. Never changed.

    `fault` says why there is none, and `content` is empty then: the supplier is told in another way.
    """

    class Kind(models.TextChoices):
        PEPPOL = "peppol-bis-3", _("Peppol Invoice Response 3")
        OIOUBL3 = "oioubl-3", _("OIOUBL 3 Invoice Response")
        OIOUBL2 = "oioubl-2", _("OIOUBL ApplicationResponse 2.1")
        NONE = "none", _("No electronic answer")

    PERSONAL: ClassVar[tuple[str, ...]] = ("content",)

    item = models.ForeignKey("operations.WorkItem", models.PROTECT, related_name="responses")
    decision = models.OneToOneField("operations.Decision", models.PROTECT, related_name="response")
    kind = models.CharField(_("kind"), max_length=20, choices=Kind)
    number = models.CharField(_("number"), max_length=60, unique=True)
    sha256 = models.CharField(max_length=64, blank=True)
    content = models.BinaryField(default=b"")
    fault = models.CharField(max_length=40, blank=True)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        app_label = "operations"
        verbose_name = _("answer to a supplier")
        ordering = ["-created_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind="none", sha256="")
                | (~models.Q(kind="none") & ~models.Q(sha256="")),
                name="response_has_content",
            )
        ]
        triggers = [KEPT]

    def __str__(self) -> str:
        return self.number

    @property
    def filename(self) -> str:
        """The name of its file."""
        return f"{self.number.lower()}.xml"


class ResponseEnd(models.Model):
    """What became of an answer: collected to be sent, or withdrawn before that; one of them, once."""

    class Kind(models.TextChoices):
        COLLECTED = "collected", _("Collected")
        WITHDRAWN = "withdrawn", _("Withdrawn")

    PERSONAL: ClassVar[tuple[str, ...]] = ("actor_name",)

    response = models.OneToOneField(Response, models.PROTECT, related_name="end")
    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    at = models.DateTimeField(default=timezone.now)
    actor_name = models.CharField(max_length=200)

    class Meta:
        app_label = "operations"
        verbose_name = _("end of an answer")
        triggers = [KEPT]

    def __str__(self) -> str:
        return f"{self.response} {self.kind}"
