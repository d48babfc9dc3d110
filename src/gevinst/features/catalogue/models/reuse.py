"""Reuse: who took what from whom, with what gain, and what owners tell their adopters."""

from __future__ import annotations

from typing import ClassVar

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from gevinst.features.catalogue.models.changes import noted
from gevinst.features.catalogue.models.process import Process


@pghistory.track()
class Adoption(models.Model):
    """`process` reuses `source`, as it stood at its history event `source_event`.

    `reviewed_event` is the event of the source up to which the adopter has looked at what changed, at
    `reviewed_at`. Hours are the adopter's own report: what it took, and what it would have taken to build
    alone.
    """

    class Extent(models.TextChoices):
        WHOLE = "whole", _("The whole")
        PARTS = "parts", _("Parts of it")
        IDEA = "idea", _("The idea")

    PERSONAL: ClassVar[tuple[str, ...]] = ("by", "reported_by")

    process = models.ForeignKey(Process, models.CASCADE, related_name="adoptions")
    source = models.ForeignKey(Process, models.PROTECT, related_name="adopted_by")
    source_event = models.BigIntegerField(null=True)
    reviewed_event = models.BigIntegerField(null=True)
    reviewed_at = models.DateTimeField(null=True)
    extent = models.CharField(_("what was reused"), max_length=5, choices=Extent, default="whole")
    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey("accounts.User", models.PROTECT, null=True, related_name="+")
    hours_spent = models.DecimalField(
        _("hours it took us"),
        max_digits=9,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
    )
    hours_alone = models.DecimalField(
        _("hours it would have taken alone"),
        max_digits=9,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
    )
    note = models.TextField(_("what we learnt"), max_length=2000, blank=True)
    reported_by = models.ForeignKey("accounts.User", models.PROTECT, null=True, related_name="+")
    reported_at = models.DateTimeField(null=True)
    # Items of the list of what to adapt that were said to be right as they are (`queries.reuse.adapting`).
    settled = ArrayField(models.CharField(max_length=60), default=list, blank=True)

    class Meta:
        verbose_name = _("reuse")
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["process", "source"], name="adoption_once"),
            models.CheckConstraint(condition=~Q(process=F("source")), name="adopts_another"),
        ]
        triggers = [noted("source_id")]

    def __str__(self) -> str:
        return f"{self.source_id} -> {self.process_id}"


@pghistory.track()
class BlockUse(models.Model):
    """A process uses a version of a building block."""

    PERSONAL: ClassVar[tuple[str, ...]] = ()

    process = models.ForeignKey(Process, models.CASCADE, related_name="blocks")
    key = models.CharField(_("building block"), max_length=80)
    version = models.CharField(_("version"), max_length=40)
    note = models.CharField(_("what for"), max_length=200, blank=True)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("building block")
        ordering = ["key"]
        constraints = [models.UniqueConstraint(fields=["process", "key"], name="block_use_once")]
        triggers = [noted("process_id")]

    def __str__(self) -> str:
        return f"{self.key} {self.version}"


@pghistory.track()
class Announcement(models.Model):
    """What an owner tells those who reuse the process."""

    class Kind(models.TextChoices):
        VERSION = "version", _("New version")
        ERROR = "error", _("Error found")
        LAW = "law", _("Law changed")

    PERSONAL: ClassVar[tuple[str, ...]] = ("by",)

    process = models.ForeignKey(Process, models.CASCADE, related_name="announcements")
    kind = models.CharField(_("kind"), max_length=8, choices=Kind)
    text = models.TextField(_("what changed, and what to do"), max_length=2000)
    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey("accounts.User", models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["-at"]

    def __str__(self) -> str:
        return f"{self.kind} {self.process_id}"
