"""Umbrellas: which processes are parts of which, over as many levels as there are."""

from __future__ import annotations

from typing import ClassVar

import pghistory
from django.db import models
from django.db.models import F, Q

from gevinst.features.catalogue.models.changes import noted
from gevinst.features.catalogue.models.process import Process


@pghistory.track()
class Part(models.Model):
    """`process` is a part of `umbrella`. `actions.structure` keeps it free of circles."""

    PERSONAL: ClassVar[tuple[str, ...]] = ()

    umbrella = models.ForeignKey(Process, models.CASCADE, related_name="parts")
    process = models.ForeignKey(Process, models.CASCADE, related_name="part_of")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["umbrella", "process"], name="part_once"),
            models.CheckConstraint(condition=~Q(umbrella=F("process")), name="part_of_another"),
        ]
        triggers = [noted("process_id")]

    def __str__(self) -> str:
        return f"{self.process_id} of {self.umbrella_id}"
