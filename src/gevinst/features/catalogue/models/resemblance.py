"""How much authorities are alike, worked out every night so that recommendations are read quickly."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


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
