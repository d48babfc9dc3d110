"""What a person keeps: searches with their pace, and forms that are not finished."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from gevinst.features.catalogue.models.notices import Pace
from gevinst.features.catalogue.models.process import Process


class SavedSearch(models.Model):
    """A search as its address says it. `told` are the ids of hits that the person knows already."""

    PERSONAL: ClassVar[tuple[str, ...]] = ("user", "query", "label")

    user = models.ForeignKey("accounts.User", models.CASCADE, related_name="+")
    label = models.CharField(_("name"), max_length=120)
    query = models.CharField(max_length=2000, blank=True)
    pace = models.CharField(_("tell me"), max_length=8, choices=Pace, default=Pace.DAILY)
    told = models.JSONField(default=list)
    told_at = models.DateTimeField(null=True)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["label", "pk"]

    def __str__(self) -> str:
        return self.label


class Draft(models.Model):
    """What was typed into the form of a process and not sent yet; one for each person and process."""

    PERSONAL: ClassVar[tuple[str, ...]] = ("user", "fields")

    user = models.ForeignKey("accounts.User", models.CASCADE, related_name="+")
    process = models.ForeignKey(Process, models.CASCADE, null=True, blank=True, related_name="+")
    fields = models.JSONField(default=dict)
    at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["-at"]

    def __str__(self) -> str:
        return f"{self.user_id} {self.process_id or 'new'}"
