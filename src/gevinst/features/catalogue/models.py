"""Processes: what an authority does, would like to automate, or has automated."""

from __future__ import annotations

from typing import Any, ClassVar

import pghistory
import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.utils.translation import gettext_lazy as _

from gevinst.features.catalogue.search import SEARCHED, VECTOR
from gevinst.shared.danish import danish_sort_key


class Phase(models.TextChoices):
    """How far a process has come."""

    IDEA = "idea", _("Idea")
    PREANALYSIS = "preanalysis", _("Pre-analysis")
    SPECIFICATION = "specification", _("Specification")
    DEVELOPMENT = "development", _("Development")
    IMPLEMENTATION = "implementation", _("Implementation")
    OPERATION = "operation", _("Operation")
    DECOMMISSIONED = "decommissioned", _("Decommissioned")


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


@pghistory.track(exclude=["search", "sort_key"])
class Process(models.Model):
    """A process of one authority. `block_key` is the building block that its robot runs."""

    PERSONAL: ClassVar[tuple[str, ...]] = ("contact_email", "owner")

    authority = models.ForeignKey(
        "accounts.Authority",
        models.PROTECT,
        verbose_name=_("authority"),
        related_name="processes",
    )
    title = models.CharField(_("title"), max_length=65)
    summary = models.CharField(_("summary"), max_length=140)
    description = models.TextField(_("description"), blank=True)
    challenge = models.TextField(_("challenge"), blank=True)
    solution = models.TextField(_("solution"), blank=True)
    phase = models.CharField(_("phase"), max_length=20, choices=Phase, default=Phase.IDEA)
    visibility = models.CharField(
        _("visibility"), max_length=20, choices=Visibility, default=Visibility.AUTHORITY
    )
    domains = ArrayField(
        models.CharField(max_length=20, choices=Domain),
        default=list,
        blank=True,
        verbose_name=_("domains"),
    )
    kle = ArrayField(
        models.CharField(max_length=12), default=list, blank=True, verbose_name=_("KLE codes")
    )
    form = ArrayField(
        models.CharField(max_length=12), default=list, blank=True, verbose_name=_("FORM codes")
    )
    legal_clause = models.CharField(_("legal clause"), max_length=255, blank=True)
    block_key = models.CharField(_("building block"), max_length=80, blank=True, db_index=True)
    owner = models.ForeignKey(
        "accounts.User",
        models.PROTECT,
        verbose_name=_("owner"),
        null=True,
        blank=True,
        related_name="+",
    )
    contact_email = models.EmailField(_("contact e-mail"), blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True, db_index=True)
    in_operation_since = models.DateField(_("in operation since"), null=True, blank=True)
    sort_key = models.CharField(max_length=200, editable=False, db_collation="C", default="")
    search = SearchVectorField(editable=False, null=True)

    class Meta:
        verbose_name = _("process")
        verbose_name_plural = _("processes")
        ordering = ["-changed_at"]
        indexes = [
            models.Index(fields=["visibility", "-changed_at"]),
            models.Index(fields=["authority", "-changed_at"]),
            models.Index(fields=["sort_key", "id"]),
            # Counting by filter reads this alone.
            models.Index(
                fields=["visibility", "authority", "phase"],
                include=["block_key", "domains", "owner"],
                name="process_counts",
            ),
            GinIndex(fields=["search"], name="process_search"),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="searchable",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.UpdateOf(*SEARCHED),  # type: ignore[no-untyped-call]
                func=VECTOR,
            )
        ]

    def __str__(self) -> str:
        return self.title

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Saves with the key that Danish order needs."""
        self.sort_key = danish_sort_key(self.title)
        super().save(*args, **kwargs)
