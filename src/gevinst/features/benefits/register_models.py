"""The register: benefits that are expected or measured, and every step each has taken."""

from __future__ import annotations

from typing import ClassVar

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Type(models.TextChoices):
    """Who gains, and whether it is money."""

    BUDGET_PRODUCTIVITY = "budget_productivity", _("Budget and productivity")
    SOCIO_ECONOMIC = "socio_economic", _("Socio-economic")
    QUALITY = "quality", _("Quality")


class Quality(models.TextChoices):
    """What kind of quality."""

    TASK_QUALITY = "task_quality", _("Quality of the task")
    PERCEIVED_SERVICE = "perceived_service", _("Perceived service")
    WELL_BEING = "well_being", _("Well-being")
    SECURITY = "security", _("Security")


class Mode(models.TextChoices):
    """How the benefit is taken; only a budget cut flows on to a budget."""

    BUDGET_CUT = "budget_cut", _("Cut in the budget")
    REALLOCATED_TIME = "reallocated_time", _("Time used for something else")
    CAPACITY = "capacity", _("More capacity")
    AVOIDED_GROWTH = "avoided_growth", _("Growth avoided")
    TEMP_STAFF_REDUCTION = "temp_staff_reduction", _("Fewer temporary staff")
    QUALITY = "quality", _("Better quality")


class State(models.TextChoices):
    """How far a benefit has come."""

    IDEA = "idea", _("Idea")
    EXPECTED = "expected", _("Expected")
    ESTIMATED = "estimated", _("Estimated")
    MEASURED = "measured", _("Measured")
    REALISED = "realised", _("Realised")
    SUSTAINED = "sustained", _("Sustained")
    LAPSED = "lapsed", _("Lapsed")


class Unit(models.TextChoices):
    """What a benefit is counted in; the first three can be read from operation."""

    HOURS = "hours", _("hours")
    DKK = "dkk", _("DKK")
    ITEMS = "items", _("items handled untouched")
    OTHER = "other", _("other (write what)")


class Frequency(models.TextChoices):
    """How often a benefit is measured."""

    MONTHLY = "monthly", _("Every month")
    QUARTERLY = "quarterly", _("Every quarter")
    HALF_YEARLY = "half_yearly", _("Every half year")
    YEARLY = "yearly", _("Every year")
    ONCE = "once", _("Once")


class Grade(models.TextChoices):
    """How a value is known, best first."""

    A = "A", _("A: accounts or logs")
    B = "B", _("B: own measurement before and after")
    C = "C", _("C: projection against what would have been")
    D = "D", _("D: estimate by staff")
    E = "E", _("E: expectation of an expert or supplier")


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
    state = models.CharField(_("state"), max_length=12, choices=State, default=State.IDEA)
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


class BenefitStep(models.Model):
    """One move of a benefit, or one measurement (`source` and `target` the same). Never changed.

    `value` is that of the period from `since` to `until`. `rests_on` names the effects it was read from.
    """

    PERSONAL: ClassVar[tuple[str, ...]] = ("owner", "owner_name", "by", "by_name", "evidence")

    benefit = models.ForeignKey(Benefit, models.PROTECT, related_name="steps")
    source = models.CharField(max_length=12, choices=State)
    target = models.CharField(max_length=12, choices=State)
    on = models.DateField(_("date"))
    grade = models.CharField(_("evidence"), max_length=1, choices=Grade, blank=True)
    evidence = models.TextField(_("what it rests on"))
    value = models.DecimalField(_("value"), max_digits=16, decimal_places=2, null=True)
    expected = models.DecimalField(max_digits=16, decimal_places=2, null=True)
    since = models.DateField(_("period from"), null=True)
    until = models.DateField(_("period until"), null=True)
    n = models.PositiveIntegerField(_("number of cases"), null=True)
    rests_on = models.JSONField(default=dict)
    budget_reference = models.CharField(max_length=200, blank=True)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    owner_name = models.CharField(max_length=200, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    by_name = models.CharField(max_length=200)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        app_label = "benefits"
        verbose_name = _("step of a benefit")
        ordering = ["id"]
        indexes = [models.Index(fields=["benefit", "-id"], name="steps_of_benefit")]
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)
        ]

    def __str__(self) -> str:
        return f"{self.source} {self.target}"
