"""Baselines (what the work costs by hand, from when, by which source) and the effect of each run."""

from __future__ import annotations

from typing import ClassVar

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from gevinst.engines.benefit import Rates, grade_of, sample_note
from gevinst.engines.businesscase.model.benefit_state import Grade as EvidenceGrade
from gevinst.engines.businesscase.notes import Note
from gevinst.features.benefits.casework.comment_models import CaseComment
from gevinst.features.benefits.casework.models import BusinessCase
from gevinst.features.benefits.casework.version_models import CaseVersion
from gevinst.features.benefits.cost_models import RobotCost
from gevinst.features.benefits.portfolio_models import ReminderChoice
from gevinst.features.benefits.publication_models import Publication
from gevinst.features.benefits.readiness_models import PoolEntry
from gevinst.features.benefits.realised_models import CaseActual, CaseBaseline
from gevinst.features.benefits.register_choices import Grade
from gevinst.features.benefits.register_models import Benefit
from gevinst.features.benefits.register_step_models import BenefitStep

# A room's models are found here.
__all__ = [
    "Baseline",
    "Benefit",
    "BenefitStep",
    "BusinessCase",
    "CaseActual",
    "CaseBaseline",
    "CaseComment",
    "CaseVersion",
    "Effect",
    "Evidence",
    "Grade",
    "PoolEntry",
    "Publication",
    "ReminderChoice",
    "RobotCost",
]


class Evidence(models.TextChoices):
    """How a baseline is known, best first."""

    MEASURED = "measured", _("Measured")
    LOG = "log", _("Read from a log")
    ESTIMATED = "estimated", _("Estimated")


class Baseline(models.Model):
    """What one item costs by hand from `valid_from` on. Minutes are per item, money DKK an hour.

    Never changed: a correction is a new one from the same day, and the newest of a day holds.
    `grade` "" is the one that `evidence` stands for; `n` cases were measured, on `measured_on`.
    """

    PERSONAL: ClassVar[tuple[str, ...]] = ("created_by", "created_by_name")

    process = models.ForeignKey("catalogue.Process", models.PROTECT, related_name="baselines")
    valid_from = models.DateField(_("valid from"))
    manual_minutes = models.DecimalField(
        _("minutes an item by hand"), max_digits=8, decimal_places=2
    )
    exception_minutes = models.DecimalField(
        _("minutes an exception"), max_digits=8, decimal_places=2
    )
    hourly_cost = models.DecimalField(_("cost an hour, DKK"), max_digits=8, decimal_places=2)
    evidence = models.CharField(_("evidence"), max_length=12, choices=Evidence)
    source = models.CharField(_("source"), max_length=500)
    grade = models.CharField(_("grade of evidence"), max_length=1, choices=Grade, blank=True)
    n = models.PositiveIntegerField(_("cases measured"), null=True, blank=True)
    minutes_before = models.DecimalField(
        _("minutes before"), max_digits=8, decimal_places=2, null=True, blank=True
    )
    minutes_after = models.DecimalField(
        _("minutes after"), max_digits=8, decimal_places=2, null=True, blank=True
    )
    measured_on = models.DateField(_("measured on"), null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    created_by_name = models.CharField(max_length=200)

    class Meta:
        verbose_name = _("baseline")
        ordering = ["-valid_from", "-pk"]
        indexes = [models.Index(fields=["process", "-valid_from", "-id"])]
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(
                    manual_minutes__gte=0, exception_minutes__gte=0, hourly_cost__gte=0
                ),
                name="baseline_not_negative",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.process} {self.valid_from}"

    @property
    def is_measured(self) -> bool:
        """Whether the minutes were seen, not guessed."""
        return self.evidence != Evidence.ESTIMATED

    @property
    def known(self) -> EvidenceGrade:
        """The grade: as given, else what the evidence stands for."""
        return grade_of(self.grade or self.evidence)

    @property
    def sample(self) -> Note | None:
        """What there is to say of the sample; None where there is nothing."""
        return sample_note(self.known, self.n)

    @property
    def rates(self) -> Rates:
        """What the arithmetic needs of it."""
        return Rates(self.manual_minutes, self.exception_minutes, self.hourly_cost)


@pghistory.track()
class Effect(models.Model):
    """The effect of one run, by the baseline that held on its day. A later baseline never rewrites it.

    `clerk_minutes` are measured at the desk for the exceptions that are done; for those still waiting the
    baseline's `exception_minutes` stand in.
    """

    PERSONAL: ClassVar[tuple[str, ...]] = ()

    run = models.OneToOneField("operations.Run", models.PROTECT, related_name="effect")
    process = models.ForeignKey("catalogue.Process", models.PROTECT, related_name="effects")
    baseline = models.ForeignKey(Baseline, models.PROTECT, related_name="effects")
    on = models.DateField(_("date"))
    untouched = models.PositiveIntegerField(_("handled untouched"))
    exceptions = models.PositiveIntegerField(_("exceptions"))
    exceptions_done = models.PositiveIntegerField(_("exceptions done"), default=0)
    clerk_minutes = models.DecimalField(
        _("clerks' minutes"), max_digits=12, decimal_places=2, default=0
    )
    hours = models.DecimalField(_("hours freed"), max_digits=12, decimal_places=2)
    amount = models.DecimalField(_("amount freed"), max_digits=14, decimal_places=2)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("effect")
        ordering = ["-on"]
        indexes = [models.Index(fields=["process", "-on"]), models.Index(fields=["-on"])]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(exceptions_done__lte=models.F("exceptions")),
                name="no_more_done_than_there_were",
            )
        ]
        triggers = [pgtrigger.Protect(name="kept", operation=pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.process} {self.on}"
