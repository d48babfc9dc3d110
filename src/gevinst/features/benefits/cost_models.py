"""What robots cost: dated charges of one robot, or of a team that an authority's robots share."""

from __future__ import annotations

from typing import ClassVar

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from gevinst.engines import benefit as engine


class CostKind(models.TextChoices):
    """What a cost is for."""

    LICENCE = "licence", _("Licence")
    TEAM = "team", _("Team")
    INFRASTRUCTURE = "infrastructure", _("Infrastructure")
    DEVELOPMENT = "development", _("Development")


class Per(models.TextChoices):
    """Whether an amount comes every month or once."""

    MONTH = "month", _("Every month")
    ONCE = "once", _("Once")


@pghistory.track()
class RobotCost(models.Model):
    """DKK from a day on, of `robot`, or shared by the authority's robots where there is none.

    Only its end is ever set afterwards; a correction ends it and makes another.
    """

    PERSONAL: ClassVar[tuple[str, ...]] = ("created_by", "created_by_name")

    authority = models.ForeignKey("accounts.Authority", models.PROTECT, related_name="robot_costs")
    robot = models.ForeignKey(
        "operations.Robot", models.PROTECT, null=True, blank=True, related_name="costs"
    )
    kind = models.CharField(_("kind"), max_length=16, choices=CostKind)
    amount = models.DecimalField(_("amount, DKK"), max_digits=12, decimal_places=2)
    per = models.CharField(_("how often"), max_length=8, choices=Per, default=Per.MONTH)
    since = models.DateField(_("from"))
    until = models.DateField(_("until"), null=True, blank=True)
    source = models.CharField(_("source"), max_length=500)
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    created_by_name = models.CharField(max_length=200)

    class Meta:
        app_label = "benefits"
        verbose_name = _("cost of robots")
        ordering = ["-since", "-pk"]
        indexes = [models.Index(fields=["authority", "-since"], name="cost_of_authority")]
        constraints = [
            models.CheckConstraint(condition=models.Q(amount__gte=0), name="cost_not_negative"),
            models.CheckConstraint(
                condition=models.Q(until=None) | models.Q(until__gte=models.F("since")),
                name="cost_ends_after_it_begins",
            ),
        ]
        triggers = [pgtrigger.Protect(name="kept", operation=pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.kind} {self.amount} {self.since}"

    @property
    def row(self) -> engine.CostRow:
        """What the arithmetic needs of it; ids stand for names."""
        return engine.CostRow(
            authority=str(self.authority_id),
            kind=engine.CostKind(self.kind),
            amount=self.amount,
            per=engine.Per(self.per),
            since=self.since,
            until=self.until,
            robot=str(self.robot_id or ""),
            source=self.source,
        )
