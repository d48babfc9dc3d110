"""Works out anew how much authorities are alike; the worker does so every night."""

from __future__ import annotations

from django.db import transaction

from gevinst.features.catalogue.models import Resemblance
from gevinst.features.catalogue.queries.recommending.profiles import likenesses

NEAREST = 15  # of each authority; those further off would not be asked


def refresh_resemblances() -> int:
    """Puts the nearest of each authority in place of what was kept; how many pairs there are now."""
    pairs = sorted(likenesses().items(), key=lambda pair: (pair[0][0], -pair[1].score, pair[0][1]))
    kept: dict[int, list[Resemblance]] = {}
    for (one, other), found in pairs:
        near = kept.setdefault(one, [])
        if len(near) < NEAREST:
            common = {
                "systems": found.systems,
                "technologies": found.technologies,
                "kle": found.kle,
            }
            row = Resemblance(authority_id=one, other_id=other, score=found.score, common=common)
            near.append(row)
    rows = [row for near in kept.values() for row in near]
    with transaction.atomic():
        Resemblance.objects.all().delete()
        Resemblance.objects.bulk_create(rows, batch_size=500)
    return len(rows)
