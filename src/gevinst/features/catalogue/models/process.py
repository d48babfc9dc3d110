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

from gevinst.features.catalogue.models.assessment import Assessment
from gevinst.features.catalogue.models.changes import noted
from gevinst.features.catalogue.models.choices import Domain, Kind, Phase, Status, Visibility
from gevinst.features.catalogue.models.effort import Effort
from gevinst.features.catalogue.models.openness import Openness
from gevinst.features.catalogue.search import SEARCHED, VECTOR
from gevinst.shared.danish import danish_sort_key


@pghistory.track(exclude=["search", "sort_key"])
class Process(Assessment, Effort, Openness, models.Model):
    """A process of one authority. `block_key` is the building block that its robot runs.

    Systems, technologies and units are arrays of ids: the history has such a value whole.
    """

    PERSONAL: ClassVar[tuple[str, ...]] = (
        "contact_email", "owner", "contact", "reporter", "other_contact_email",
    )  # fmt: skip

    authority = models.ForeignKey(
        "accounts.Authority",
        models.PROTECT,
        verbose_name=_("authority"),
        related_name="processes",
    )
    kind = models.CharField(_("type"), max_length=10, choices=Kind, default=Kind.PROCESS)
    kl_id = models.CharField(_("KL id"), max_length=64, blank=True)
    case_reference = models.CharField(_("case reference (ESDH)"), max_length=64, blank=True)
    title = models.CharField(_("title"), max_length=65)
    summary = models.CharField(_("summary"), max_length=140)
    description = models.TextField(_("description"), blank=True)
    challenge = models.TextField(_("challenge"), blank=True)
    solution = models.TextField(_("solution"), blank=True)
    automation = models.TextField(_("description of the automation"), blank=True)
    technical_notes = models.TextField(_("technical implementation notes"), blank=True)
    organisational_notes = models.TextField(_("organisational implementation notes"), blank=True)
    internal_notes = models.TextField(_("internal notes"), blank=True)
    search_words = models.CharField(_("search words"), max_length=500, blank=True)
    links = models.JSONField(_("links"), default=list, blank=True)  # [{"title", "url"}]
    phase = models.CharField(_("phase"), max_length=20, choices=Phase, default=Phase.IDEA)
    status = models.CharField(_("status"), max_length=15, choices=Status, default=Status.NOT_RATED)
    status_note = models.TextField(_("note on the status"), blank=True)
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
    kla = ArrayField(
        models.CharField(max_length=20), default=list, blank=True, verbose_name=_("KLA codes")
    )
    systems_today = ArrayField(
        models.BigIntegerField(), default=list, blank=True, verbose_name=_("IT systems of today")
    )
    systems_used = ArrayField(
        models.BigIntegerField(),
        default=list,
        blank=True,
        verbose_name=_("IT systems that the robot uses"),
    )
    technologies = ArrayField(
        models.BigIntegerField(), default=list, blank=True, verbose_name=_("technologies")
    )
    units = ArrayField(
        models.BigIntegerField(), default=list, blank=True, verbose_name=_("organisation units")
    )
    vendor = models.CharField(_("vendor"), max_length=120, blank=True)
    block_key = models.CharField(_("building block"), max_length=80, blank=True, db_index=True)
    owner = models.ForeignKey(
        "accounts.User",
        models.PROTECT,
        verbose_name=_("owner"),
        null=True,
        blank=True,
        related_name="+",
    )
    contact = models.ForeignKey(
        "accounts.User",
        models.PROTECT,
        verbose_name=_("contact"),
        null=True,
        blank=True,
        related_name="+",
    )
    reporter = models.ForeignKey(
        "accounts.User",
        models.PROTECT,
        verbose_name=_("reported by"),
        null=True,
        blank=True,
        related_name="+",
    )
    # A role's mailbox: it outlives the people.
    contact_email = models.EmailField(_("contact e-mail"), blank=True)
    other_contact_email = models.EmailField(_("other contact e-mail"), blank=True)
    # Taken out of sight of other authorities by a moderator.
    withheld = models.BooleanField(_("withheld"), default=False)
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True, db_index=True)
    in_operation_since = models.DateField(_("in operation since"), null=True, blank=True)
    decommissioned_on = models.DateField(_("decommissioned"), null=True, blank=True)
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
            GinIndex(
                fields=["systems_today", "systems_used", "technologies"], name="process_landscape"
            ),
            GinIndex(fields=["kle", "form"], name="process_codes"),
        ]
        triggers = [
            noted("id", root=True),
            pgtrigger.Trigger(
                name="searchable",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.UpdateOf(*SEARCHED),  # type: ignore[no-untyped-call]
                func=VECTOR,
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Saves with the key that Danish order needs."""
        self.sort_key = danish_sort_key(self.title)
        super().save(*args, **kwargs)
