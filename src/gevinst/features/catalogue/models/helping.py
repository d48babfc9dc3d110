"""Asking for help and offering it, between authorities."""

from __future__ import annotations

from typing import ClassVar

import pghistory
from django.db import models
from django.utils.translation import gettext_lazy as _

from gevinst.features.catalogue.models.process import Process


@pghistory.track()
class HelpPost(models.Model):
    """An authority asks for help or offers it, of a process or of anything; read by all authorities."""

    class Kind(models.TextChoices):
        ASK = "ask", _("We ask for help")
        OFFER = "offer", _("We offer help")

    PERSONAL: ClassVar[tuple[str, ...]] = ("author", "text")

    kind = models.CharField(max_length=5, choices=Kind)
    authority = models.ForeignKey("accounts.Authority", models.PROTECT, related_name="+")
    process = models.ForeignKey(
        Process, models.CASCADE, null=True, blank=True, related_name="help_posts"
    )
    title = models.CharField(_("title"), max_length=120)
    text = models.TextField(_("what it is about"), max_length=3000)
    author = models.ForeignKey("accounts.User", models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-at"]

    def __str__(self) -> str:
        return self.title


@pghistory.track()
class HelpAnswer(models.Model):
    """An answer to a post."""

    PERSONAL: ClassVar[tuple[str, ...]] = ("author", "text")

    post = models.ForeignKey(HelpPost, models.CASCADE, related_name="answers")
    authority = models.ForeignKey("accounts.Authority", models.PROTECT, related_name="+")
    text = models.TextField(_("answer"), max_length=3000)
    author = models.ForeignKey("accounts.User", models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return self.text[:40]
