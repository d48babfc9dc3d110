"""Who works on, follows and has seen what."""

from __future__ import annotations

from typing import ClassVar

import pghistory
from django.db import models
from django.utils.translation import gettext_lazy as _

from gevinst.features.catalogue.models.changes import noted
from gevinst.features.catalogue.models.process import Process


@pghistory.track()
class CoEditor(models.Model):
    """A person, also of another authority, who may change the process."""

    PERSONAL: ClassVar[tuple[str, ...]] = ("user",)

    process = models.ForeignKey(Process, models.CASCADE, related_name="co_editors")
    user = models.ForeignKey("accounts.User", models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["process", "user"], name="co_editor_once")]
        triggers = [noted("process_id")]

    def __str__(self) -> str:
        return f"{self.user_id} on {self.process_id}"


class Follow(models.Model):
    """A person wants to know when a process changes, or what an authority shares."""

    PERSONAL: ClassVar[tuple[str, ...]] = ("user",)

    user = models.ForeignKey("accounts.User", models.CASCADE, related_name="+")
    process = models.ForeignKey(
        Process, models.CASCADE, null=True, blank=True, related_name="follows"
    )
    authority = models.ForeignKey(
        "accounts.Authority", models.CASCADE, null=True, blank=True, related_name="+"
    )
    since = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "process", "authority"], nulls_distinct=False, name="follow_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.user_id} follows {self.process_id or self.authority_id}"


class Seen(models.Model):
    """A signed-in person opened the page of a process; only its owners and editors are told."""

    PERSONAL: ClassVar[tuple[str, ...]] = ("user",)

    process = models.ForeignKey(Process, models.CASCADE, related_name="seen")
    user = models.ForeignKey("accounts.User", models.CASCADE, related_name="+")
    first_at = models.DateTimeField(auto_now_add=True)
    last_at = models.DateTimeField(auto_now=True)
    times = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["process", "user"], name="seen_once")]

    def __str__(self) -> str:
        return f"{self.process_id} by {self.user_id}"


@pghistory.track()
class Profile(models.Model):
    """What a person works on and answers for, as colleagues elsewhere may read it."""

    PERSONAL: ClassVar[tuple[str, ...]] = ("user", "works_on", "answers_for", "reached_at")

    user = models.OneToOneField("accounts.User", models.CASCADE, related_name="profile")
    title = models.CharField(_("job title"), max_length=120, blank=True)
    works_on = models.TextField(_("works on"), max_length=2000, blank=True)
    answers_for = models.TextField(_("answers for"), max_length=2000, blank=True)
    reached_at = models.CharField(_("is reached at"), max_length=200, blank=True)
    shown = models.BooleanField(_("shown to other authorities"), default=False)

    class Meta:
        verbose_name = _("profile")

    def __str__(self) -> str:
        return f"{self.user_id}"
