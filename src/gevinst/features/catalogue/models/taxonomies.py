"""The codes that processes are classified by, as KL and the state publish them (KLE, FORM, KLA)."""

from __future__ import annotations

from typing import ClassVar

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from gevinst.features.catalogue.models.changes import retitled


class Code(models.Model):
    """A code of a scheme in the time that it holds; `replaced_by` are the codes that took its place."""

    class Scheme(models.TextChoices):
        KLE = "kle", "KLE"
        FORM = "form", "FORM"
        KLA = "kla", "KLA"

    PERSONAL: ClassVar[tuple[str, ...]] = ()

    scheme = models.CharField(max_length=4, choices=Scheme)
    code = models.CharField(_("code"), max_length=20)
    title = models.CharField(_("title"), max_length=500)
    parent = models.CharField(max_length=20, blank=True)
    description = models.TextField(_("description"), blank=True)
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_to = models.DateField(_("valid to"), null=True, blank=True)
    replaced_by = ArrayField(models.CharField(max_length=20), default=list, blank=True)
    version = models.CharField(_("version"), max_length=40, blank=True)

    class Meta:
        ordering = ["scheme", "code"]
        constraints = [models.UniqueConstraint(fields=["scheme", "code"], name="code_once")]
        triggers = [retitled(pgtrigger.Insert), retitled(pgtrigger.Update)]

    def __str__(self) -> str:
        return f"{self.code} {self.title}"
