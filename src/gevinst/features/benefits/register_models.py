"""The register: benefits that are expected or measured."""

from __future__ import annotations

from typing import ClassVar

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gevinst.features.benefits.register_choices import (
    BenefitState,
    Frequency,
    Mode,
    Quality,
    Type,
    Unit,
)


@pghistory.track(exclude=["reminded_for"])
class Benefit(models.Model):
    """One benefit of one authority. `expected` is a year's, in `unit`; `state` is that of the last step.

    `case_key` names the business case that it comes from. `reminded_for` is the date that the owner was
    last told of.
    """

    PERSONAL: ClassVar[tuple[str, ...]] = ("owner", "owner_name", "created_by", "created_by_name")

    authority = models.ForeignKey("accounts.Authority", models.PROTECT, related_name="benefits")
    process = models.ForeignKey(
        "catalogue.Process", models.PROTECT, null=True, blank=True, related_name="benefits"
    )
    case_key = models.CharField(_("business case"), max_length=64, blank=True, db_index=True)
    title = models.CharField(_("title"), max_length=200)
    kind = models.CharField(_("type"), max_length=20, choices=Type)
    quality = models.CharField(_("kind of quality"), max_length=20, choices=Quality, blank=True)
    mode = models.CharField(_("how it is taken"), max_length=24, choices=Mode)
    unit = models.CharField(_("unit"), max_length=8, choices=Unit)
    unit_name = models.CharField(_("name of the unit"), max_length=60, blank=True)
    expected = models.DecimalField(
        _("expected a year"), max_digits=16, decimal_places=2, null=True, blank=True
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    owner_name = models.CharField(_("owner"), max_length=200, blank=True)
    party = models.CharField(_("who gains"), max_length=120, blank=True)
    data_source = models.CharField(_("data source"), max_length=300, blank=True)
    frequency = models.CharField(
        _("how often it is measured"), max_length=12, choices=Frequency, default=Frequency.YEARLY
    )
    next_measurement_on = models.DateField(_("next measurement"), null=True, blank=True)
    budget_reference = models.CharField(_("place in the budget"), max_length=200, blank=True)
    state = models.CharField(
        _("state"), max_length=12, choices=BenefitState, default=BenefitState.IDEA
    )
    reminded_for = models.DateField(null=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    created_by_name = models.CharField(max_length=200)

    class Meta:
        app_label = "benefits"
        verbose_name = _("benefit")
        ordering = ["title", "pk"]
        indexes = [
            models.Index(fields=["authority", "state"], name="benefit_state"),
            models.Index(fields=["owner", "next_measurement_on"], name="benefit_due"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(mode=Mode.BUDGET_CUT)
                | Q(unit=Unit.DKK, kind=Type.BUDGET_PRODUCTIVITY),
                name="a_budget_cut_is_in_dkk",
            ),
            models.CheckConstraint(
                condition=(Q(kind=Type.QUALITY) & ~Q(quality=""))
                | (~Q(kind=Type.QUALITY) & Q(quality="")),
                name="quality_says_which",
            ),
        ]
        triggers = [pgtrigger.Protect(name="kept", operation=pgtrigger.Delete)]

    def __str__(self) -> str:
        return self.title

    @property
    def unit_label(self) -> str:
        """The unit in words."""
        return self.unit_name or str(self.get_unit_display())
