"""Works out anew how much authorities are alike and what is recommended to them; every night."""

from __future__ import annotations

from django.db import transaction

from gevinst.features.catalogue.models import Recommended, Resemblance
from gevinst.features.catalogue.queries.recommending.working import worked_out


def refresh_resemblances() -> int:
    """Puts what is worked out in place of what was kept; how many recommendations there are now."""
    near: list[Resemblance] = []
    found: list[Recommended] = []
    for resemblances, recommendations in worked_out():
        near += resemblances
        found += recommendations
    with transaction.atomic():
        Resemblance.objects.all().delete()
        Resemblance.objects.bulk_create(near, batch_size=500)
        Recommended.objects.all().delete()
        Recommended.objects.bulk_create(found, batch_size=500)
    return len(found)
