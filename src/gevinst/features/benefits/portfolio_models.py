"""When an owner of benefits wants to hear of a measurement: so many days before it is due."""

from __future__ import annotations

from typing import ClassVar

import pghistory
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

LONGEST = 90


@pghistory.track()
class ReminderChoice(models.Model):
    """How many days before the due day an owner is told; nothing chosen is 0, the day itself."""

    PERSONAL: ClassVar[tuple[str, ...]] = ("user",)

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    days_before = models.PositiveSmallIntegerField(_("days before"), default=0)

    class Meta:
        app_label = "benefits"
        verbose_name = _("choice of reminders")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(days_before__lte=LONGEST), name="reminder_not_too_early"
            )
        ]

    def __str__(self) -> str:
        return f"{self.user} {self.days_before}"
