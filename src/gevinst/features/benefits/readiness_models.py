"""What happens to a case's risk pool: set aside, drawn and released, day by day."""

from __future__ import annotations

from typing import ClassVar

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gevinst.engines.businesscase.risk import Entry
from gevinst.engines.businesscase.risk.pool_ledger import Kind
from gevinst.features.benefits.casework.models import BusinessCase


class PoolMove(models.TextChoices):
    """What an entry does to the pool."""

    SET_ASIDE = "set-aside", _("Set aside")
    DRAW = "draw", _("Drawn")
    RELEASE = "release", _("Released")


_KINDS: dict[str, Kind] = {"set-aside": "set-aside", "draw": "draw", "release": "release"}


class RiskState(models.TextChoices):
    """What an entry says of the risk that it names."""

    NONE = "", _("still open")
    OCCURRED = "occurred", _("has occurred")
    EXPIRED = "expired", _("can no longer occur")


class PoolEntry(models.Model):
    """One movement of a case's risk pool (DKK, above 0), or a risk that expired with nothing to release.

    Not a part of the case file: a draw must not turn an approved case into a draft, be copied with a copy of
    the case, or be edited away. Never changed: a mistake is set right by another entry. `line` is the cost
    line that a draw paid for.
    """

    PERSONAL: ClassVar[tuple[str, ...]] = ("by", "by_name")

    case = models.ForeignKey(BusinessCase, models.PROTECT, related_name="pool_entries")
    day = models.DateField(_("date"))
    kind = models.CharField(_("what happened"), max_length=12, choices=PoolMove)
    amount = models.DecimalField(_("amount, DKK"), max_digits=16, decimal_places=2)
    reason = models.CharField(_("reason"), max_length=500)
    risk = models.CharField(_("risk"), max_length=80, blank=True)
    risk_state = models.CharField(max_length=12, choices=RiskState, blank=True)
    line = models.CharField(_("cost line"), max_length=80, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    by_name = models.CharField(max_length=200)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        app_label = "benefits"
        verbose_name = _("movement of a risk pool")
        ordering = ["day", "pk"]
        indexes = [models.Index(fields=["case", "day", "id"], name="pool_by_day")]
        constraints = [
            models.CheckConstraint(
                condition=Q(amount__gt=0)
                | Q(amount=0, kind=PoolMove.RELEASE, risk_state="expired"),
                name="a_movement_moves_something",
            )
        ]
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)
        ]

    def __str__(self) -> str:
        return f"{self.case} {self.day}"

    @property
    def entry(self) -> Entry:
        """As the engine's ledger takes it. Raises `ValueError` for an amount that is not above 0."""
        return Entry(self.day, _KINDS[self.kind], self.amount, self.reason, self.risk or None)
