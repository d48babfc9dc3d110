"""IT systems and technologies, and which authority has which."""

from __future__ import annotations

from typing import Any, ClassVar

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from gevinst.features.catalogue.models.changes import renamed
from gevinst.shared.danish import danish_sort_key


class Named(models.Model):
    """Something with a name that is looked up without regard to case."""

    # One table of names in Danish order needs no more than these.
    label = models.CharField(_("name"), max_length=120)
    sort_key = models.CharField(max_length=200, editable=False, db_collation="C")
    key = models.CharField(max_length=120, unique=True, editable=False)

    class Meta:
        abstract = True
        ordering = ["sort_key"]

    def __str__(self) -> str:
        return self.label

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Saves with the key that it is found by, and that of the Danish order."""
        self.key = " ".join(self.label.casefold().split())
        self.sort_key = danish_sort_key(self.label)
        super().save(*args, **kwargs)


@pghistory.track(exclude=["sort_key"])
class ItSystem(Named):
    """An IT system, the same for all authorities; `kitos` is its UUID in KITOS."""

    PERSONAL: ClassVar[tuple[str, ...]] = ()

    vendor = models.CharField(_("vendor"), max_length=120, blank=True)
    description = models.TextField(_("description"), blank=True)
    kitos = models.UUIDField(_("KITOS id"), null=True, blank=True, unique=True)
    kle = ArrayField(models.CharField(max_length=12), default=list, blank=True)
    in_use = models.BooleanField(_("in use"), default=True)

    class Meta(Named.Meta):
        verbose_name = _("IT system")
        triggers = [renamed("systems_today", "systems_used", what="label, vendor")]


@pghistory.track(exclude=["sort_key"])
class Technology(Named):
    """What an automation is built with."""

    PERSONAL: ClassVar[tuple[str, ...]] = ()

    class Meta(Named.Meta):
        verbose_name = _("technology")
        triggers = [renamed("technologies", what="label")]


@pghistory.track()
class Landscape(models.Model):
    """An authority has a system, or a technology."""

    PERSONAL: ClassVar[tuple[str, ...]] = ()

    authority = models.ForeignKey("accounts.Authority", models.CASCADE, related_name="landscape")
    system = models.ForeignKey(ItSystem, models.CASCADE, null=True, blank=True, related_name="+")
    technology = models.ForeignKey(
        Technology, models.CASCADE, null=True, blank=True, related_name="+"
    )
    # In KITOS this is the authority's usage of the system.
    kitos_usage = models.UUIDField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "system", "technology"],
                nulls_distinct=False,
                name="landscape_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.authority_id}: {self.system_id or self.technology_id}"
