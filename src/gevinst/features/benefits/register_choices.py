"""What benefits of the register are chosen from: types, ways of taking, states, units, grades."""

from __future__ import annotations

from django.db import models
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


class BenefitState(models.TextChoices):
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
