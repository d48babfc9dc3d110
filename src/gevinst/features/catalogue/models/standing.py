"""What is known of a process from elsewhere, kept beside it so that lists can sort and count by it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from gevinst.features.catalogue.models.changes import noted
from gevinst.features.catalogue.models.process import Process


class Standing(models.Model):
    """Adopters, followers, comments, measured effect and reuse readiness; `actions.standing` refreshes it.

    Hours and DKK are those of the last twelve months, measured; null where nothing is.
    """

    class Grade(models.TextChoices):
        A = "A", "A"
        B = "B", "B"
        C = "C", "C"
        D = "D", "D"
        E = "E", "E"

    PERSONAL: ClassVar[tuple[str, ...]] = ()

    process = models.OneToOneField(
        Process, models.CASCADE, primary_key=True, related_name="standing"
    )
    adopters = models.PositiveIntegerField(default=0)
    followers = models.PositiveIntegerField(default=0)
    comments = models.PositiveIntegerField(default=0)
    hours_expected = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    hours_measured = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    amount_measured = models.DecimalField(max_digits=16, decimal_places=2, null=True)
    suitability = models.PositiveSmallIntegerField(null=True)
    readiness = models.CharField(max_length=1, choices=Grade, default=Grade.E)
    refreshed_at = models.DateTimeField(auto_now=True)

    class Meta:
        triggers = [noted("process_id")]

    def __str__(self) -> str:
        return f"{self.process_id}: {self.readiness}"
