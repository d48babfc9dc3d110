"""Where imported processes came from, and what each import did."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from gevinst.features.catalogue.models.process import Process


class Imported(models.Model):
    """A process came from a source, with an id there. `facts` are the fields as the source last had them.

    A field that differs from `facts` here was changed here since; `digest` is that of `facts`.
    """

    PERSONAL: ClassVar[tuple[str, ...]] = ("facts",)

    process = models.ForeignKey(Process, models.CASCADE, related_name="imported")
    source = models.CharField(max_length=40)
    source_id = models.CharField(max_length=200)
    digest = models.CharField(max_length=64)
    facts = models.JSONField(default=dict)
    at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["source", "source_id"], name="import_once")]

    def __str__(self) -> str:
        return f"{self.source} {self.source_id}"


class ImportRun(models.Model):
    """One import: how many were new, changed and the same, and what was not understood.

    `content` is the file until the import is carried out or given up; `options` say how it is read.
    """

    class State(models.TextChoices):
        PLANNED = "planned", _("Tried out")
        WAITING = "waiting", _("Waiting")
        RUNNING = "running", _("Running")
        DONE = "done", _("Carried out")
        FAILED = "failed", _("Broken off")
        DROPPED = "dropped", _("Given up")

    PERSONAL: ClassVar[tuple[str, ...]] = ("by", "content", "report")

    source = models.CharField(max_length=40)
    filename = models.CharField(max_length=200, blank=True)
    authority = models.ForeignKey(
        "accounts.Authority", models.PROTECT, null=True, blank=True, related_name="+"
    )
    by = models.ForeignKey("accounts.User", models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    report = models.JSONField(default=dict)
    state = models.CharField(_("state"), max_length=8, choices=State, default=State.DONE)
    content = models.BinaryField(null=True)
    options = models.JSONField(default=dict)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-at"]

    def __str__(self) -> str:
        return f"{self.source} {self.at}"
