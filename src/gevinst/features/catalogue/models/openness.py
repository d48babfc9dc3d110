"""What another authority needs to take a process over: code, infrastructure, policies, documents."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Openness(models.Model):
    """What is in the open for reuse; empty where nothing is. `licence` is an SPDX identifier."""

    repository_url = models.URLField(_("code repository"), max_length=500, blank=True)
    licence = models.CharField(_("licence"), max_length=60, blank=True)
    infrastructure = models.TextField(_("infrastructure it needs"), blank=True)
    policies = models.TextField(_("policies and agreements"), blank=True)
    documentation = models.TextField(_("documentation"), blank=True)
    documentation_url = models.URLField(
        _("address of the documentation"), max_length=500, blank=True
    )
    translations = models.TextField(_("languages and translations"), blank=True)
    data_protection = models.TextField(_("notes on data protection"), blank=True)

    class Meta:
        abstract = True
