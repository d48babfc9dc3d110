"""How much authorities are alike and what follows from it; worked out every night, read quickly."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from gevinst.features.catalogue.models.process import Process


class Resemblance(models.Model):
    """`other` is like `authority` by `score` (0-1). `common` holds what both have: ids, and KLE subjects."""

    PERSONAL: ClassVar[tuple[str, ...]] = ()

    authority = models.ForeignKey("accounts.Authority", models.CASCADE, related_name="+")
    other = models.ForeignKey("accounts.Authority", models.CASCADE, related_name="+")
    score = models.FloatField()
    common = models.JSONField(default=dict)
    at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["authority", "-score"]
        constraints = [
            models.UniqueConstraint(fields=["authority", "other"], name="resemblance_once")
        ]

    def __str__(self) -> str:
        return f"{self.authority_id} ~ {self.other_id}: {self.score:.2f}"


class Recommended(models.Model):
    """A process recommended to an authority.

    `uses` are [authority, process, reused or run] as ids, likest first; whoever reads sees those that may be
    read then. `common` are names of what both have, or (`both` false) what the authority has.
    """

    PERSONAL: ClassVar[tuple[str, ...]] = ()

    authority = models.ForeignKey("accounts.Authority", models.CASCADE, related_name="+")
    process = models.ForeignKey(Process, models.CASCADE, related_name="+")
    uses = models.JSONField(default=list)
    common = models.JSONField(default=list)
    both = models.BooleanField(default=False)
    score = models.FloatField()

    class Meta:
        ordering = ["authority", "-score"]
        constraints = [
            models.UniqueConstraint(fields=["authority", "process"], name="recommended_once")
        ]

    def __str__(self) -> str:
        return f"{self.process_id} to {self.authority_id}: {self.score:.2f}"
