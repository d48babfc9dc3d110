"""Where imported processes came from, and what each import did."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from gevinst.features.catalogue.models.process import Process


class Imported(models.Model):
    """A process came from a source, with an id there; `digest` is the record.s."""

    PERSONAL: ClassVar[tuple[str, ...]] = ()

    process = models.ForeignKey(Process, models.CASCADE, related_name="imported")
    source = models.CharField(max_length=40)
    source_id = models.CharField(max_length=200)
    digest = models.CharField(max_length=64)
    at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["source", "source_id"], name="import_once")]

    def __str__(self) -> str:
        return f"{self.source} {self.source_id}"


class ImportRun(models.Model):
    """One import: how many were new, changed and the same, and what was not understood."""

    PERSONAL: ClassVar[tuple[str, ...]] = ("by",)

    source = models.CharField(max_length=40)
    filename = models.CharField(max_length=200, blank=True)
    authority = models.ForeignKey(
        "accounts.Authority", models.PROTECT, null=True, blank=True, related_name="+"
    )
    by = models.ForeignKey("accounts.User", models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    report = models.JSONField(default=dict)

    class Meta:
        ordering = ["-at"]

    def __str__(self) -> str:
        return f"{self.source} {self.at}"
