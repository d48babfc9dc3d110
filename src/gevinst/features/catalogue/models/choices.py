"""The fixed vocabularies of a process."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Phase(models.TextChoices):
    """How far a process has come."""

    IDEA = "idea", _("Idea")
    PREANALYSIS = "preanalysis", _("Pre-analysis")
    SPECIFICATION = "specification", _("Specification")
    DEVELOPMENT = "development", _("Development")
    IMPLEMENTATION = "implementation", _("Implementation")
    OPERATION = "operation", _("Operation")
    DECOMMISSIONED = "decommissioned", _("Decommissioned")


class Status(models.TextChoices):
    """How it goes within the phase."""

    NOT_RATED = "not_rated", _("Not rated")
    PENDING = "pending", _("Pending")
    IN_PROGRESS = "in_progress", _("In progress")
    FAILED = "failed", _("Failed")
    REJECTED = "rejected", _("Rejected")
    NOT_RELEVANT = "not_relevant", _("Not relevant")


class Kind(models.TextChoices):
    """A process, or an umbrella over several."""

    PROCESS = "process", _("Process")
    UMBRELLA = "umbrella", _("Umbrella process")


class Visibility(models.TextChoices):
    """Who may read it."""

    PERSONAL = "personal", _("Only me")
    AUTHORITY = "authority", _("My authority")
    ALL_AUTHORITIES = "all_authorities", _("All authorities")
    PUBLIC = "public", _("Everybody")


class Domain(models.TextChoices):
    """The fields of public administration."""

    ADMINISTRATION = "administration", _("Administration")
    EMPLOYMENT = "employment", _("Employment")
    BUSINESS = "business", _("Business")
    FAMILY = "family", _("Family")
    EDUCATION = "education", _("Education")
    DEMOCRACY = "democracy", _("Democracy")
    ENVIRONMENT = "environment", _("Environment")
    TECHNICAL = "technical", _("Technical services")
    SOCIAL = "social", _("Social services")
    HEALTH = "health", _("Health")
    SUSTAINABILITY = "sustainability", _("Sustainability")
    HR = "hr", _("HR")
    IT = "it", _("IT")
    CULTURE = "culture", _("Culture")
    ECONOMY = "economy", _("Economy")


class Level(models.TextChoices):
    """An answer to one of the nine questions of suitability; empty is not answered."""

    VERY_HIGH = "very_high", _("Very high degree")
    HIGH = "high", _("High degree")
    LOW = "low", _("Low degree")
    VERY_LOW = "very_low", _("Very low degree")
    UNKNOWN = "unknown", _("Do not know")


class RunPeriod(models.TextChoices):
    """How often the automation runs; empty is not stated."""

    ON_DEMAND = "on_demand", _("On demand")
    ONCE = "once", _("Once")
    DAILY = "daily", _("Daily")
    WEEKLY = "weekly", _("Weekly")
    MONTHLY = "monthly", _("Monthly")
    QUARTERLY = "quarterly", _("Quarterly")
    YEARLY = "yearly", _("Yearly")
