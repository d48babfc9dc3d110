"""Rule books in force, changes on their way, impact reports, evidence and the decision log."""

from __future__ import annotations

from typing import ClassVar

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

APPEND_ONLY = pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)


class ChangeState(models.TextChoices):
    """Where a change of the rules is."""

    DRAFT = "draft", _("Draft")
    PROPOSED = "proposed", _("Awaits approval")
    APPROVED = "approved", _("Approved")
    REJECTED = "rejected", _("Rejected")
    WITHDRAWN = "withdrawn", _("Withdrawn")


@pghistory.track()
class RuleChange(models.Model):
    """A rule book on its way: `files` (name -> YAML) is the whole of it, `base` what it started from.

    `edited_by` holds the ids of all who wrote in it: none of them may approve it.
    """

    PERSONAL: ClassVar[tuple[str, ...]] = (
        "created_by",
        "created_name",
        "edited_by",
        "decided_by",
        "decided_name",
    )

    authority = models.ForeignKey("accounts.Authority", models.PROTECT, related_name="+")
    block_key = models.SlugField(max_length=80)
    title = models.CharField(_("title"), max_length=160)
    purpose = models.TextField(_("purpose"), blank=True)
    base = models.CharField(max_length=64)
    files = models.JSONField()
    digest = models.CharField(max_length=64)
    state = models.CharField(
        _("state"), max_length=12, choices=ChangeState, default=ChangeState.DRAFT
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    created_name = models.CharField(max_length=200)
    created_at = models.DateTimeField(default=timezone.now)
    edited_by = models.JSONField(default=list)
    edited_at = models.DateTimeField(default=timezone.now)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    decided_name = models.CharField(max_length=200, blank=True)
    decided_at = models.DateTimeField(null=True)
    answer = models.TextField(_("answer"), blank=True)

    class Meta:
        verbose_name = _("rule change")
        ordering = ["-created_at"]
        indexes = [models.Index(fields=["authority", "block_key", "state"], name="change_by_state")]

    def __str__(self) -> str:
        return self.title


class RuleSet(models.Model):
    """A rule book that decides from `live_from` until a later one does. Never changed.

    Two of the same day: the one approved last decides.
    """

    PERSONAL: ClassVar[tuple[str, ...]] = ("approved_name",)

    authority = models.ForeignKey("accounts.Authority", models.PROTECT, related_name="+")
    block_key = models.SlugField(max_length=80)
    digest = models.CharField(max_length=64)
    files = models.JSONField()
    live_from = models.DateField(_("live from"))
    change = models.OneToOneField(RuleChange, models.PROTECT, related_name="rule_set")
    approved_at = models.DateTimeField(default=timezone.now)
    approved_name = models.CharField(max_length=200)

    class Meta:
        verbose_name = _("rule book in force")
        ordering = ["-live_from", "-approved_at"]
        indexes = [
            models.Index(fields=["authority", "block_key", "-live_from"], name="set_in_force")
        ]
        triggers = [APPEND_ONLY]

    def __str__(self) -> str:
        return f"{self.block_key} {self.live_from:%Y-%m-%d}"


class ImpactReport(models.Model):
    """What a change would have done to past decisions; `digest` is that of the rules it was made for."""

    PERSONAL: ClassVar[tuple[str, ...]] = ()

    change = models.ForeignKey(RuleChange, models.CASCADE, related_name="impacts")
    digest = models.CharField(max_length=64)
    made_at = models.DateTimeField(default=timezone.now)
    first_on = models.DateField(null=True)
    last_on = models.DateField(null=True)
    decisions = models.PositiveIntegerField(default=0)
    changed = models.PositiveIntegerField(default=0)
    result = models.JSONField(default=dict)

    class Meta:
        verbose_name = _("impact report")
        ordering = ["-made_at"]
        triggers = [APPEND_ONLY]

    def __str__(self) -> str:
        return f"{self.change} {self.changed}/{self.decisions}"


class Evidence(models.Model):
    """What decisions rested on, once per content: rule books, extracts, what was read of a batch."""

    PERSONAL: ClassVar[tuple[str, ...]] = ("content",)

    sha256 = models.CharField(max_length=64, primary_key=True)
    content = models.BinaryField()
    kept_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("evidence")
        triggers = [pgtrigger.Protect(name="never_changed", operation=pgtrigger.Update)]

    def __str__(self) -> str:
        return self.sha256


class LogHead(models.Model):
    """The end of one robot's decision log: locked while entries are added."""

    PERSONAL: ClassVar[tuple[str, ...]] = ()

    authority = models.ForeignKey("accounts.Authority", models.PROTECT, related_name="+")
    robot_key = models.SlugField(max_length=80)
    seq = models.PositiveBigIntegerField(default=0)
    hash = models.CharField(max_length=64)

    class Meta:
        verbose_name = _("end of a decision log")
        constraints = [
            models.UniqueConstraint(fields=["authority", "robot_key"], name="one_log_a_robot")
        ]

    def __str__(self) -> str:
        return f"{self.robot_key} {self.seq}"


class LogEntry(models.Model):
    """One entry of a robot's decision log. `payload` is canonical JSON; `hash` chains it to `prev`."""

    PERSONAL: ClassVar[tuple[str, ...]] = ("payload",)

    authority = models.ForeignKey("accounts.Authority", models.PROTECT, related_name="+")
    robot_key = models.SlugField(max_length=80)
    seq = models.PositiveBigIntegerField()
    kind = models.CharField(max_length=12)
    at = models.DateTimeField()
    reference = models.CharField(max_length=160, blank=True)
    payload = models.TextField()
    prev = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        verbose_name = _("decision log entry")
        ordering = ["authority", "robot_key", "seq"]
        constraints = [
            models.UniqueConstraint(fields=["authority", "robot_key", "seq"], name="log_seq_once")
        ]
        indexes = [
            models.Index(fields=["authority", "robot_key", "reference"], name="log_by_reference"),
            models.Index(fields=["authority", "robot_key", "kind", "at"], name="log_by_time"),
        ]
        triggers = [APPEND_ONLY]

    def __str__(self) -> str:
        return f"{self.robot_key} {self.seq}"


class RegisterSurvey(models.Model):
    """What was said of a robot's registers when they were last looked at, on the day `on`."""

    PERSONAL: ClassVar[tuple[str, ...]] = ("result",)

    authority = models.ForeignKey("accounts.Authority", models.PROTECT, related_name="+")
    robot_key = models.SlugField(max_length=80)
    on = models.DateField()
    at = models.DateTimeField(default=timezone.now)
    usable = models.BooleanField()
    result = models.JSONField(default=dict)

    class Meta:
        verbose_name = _("survey of registers")
        ordering = ["-at"]
        indexes = [models.Index(fields=["authority", "robot_key", "-at"], name="survey_latest")]
        triggers = [APPEND_ONLY]

    def __str__(self) -> str:
        return f"{self.robot_key} {self.at:%Y-%m-%d}"
