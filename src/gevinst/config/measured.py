"""What the room `benefits` has measured of processes in twelve months, as the catalogue asks."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import timedelta

from django.utils import timezone

from gevinst.features.benefits import queries as benefits
from gevinst.features.catalogue.measured import Measured
from gevinst.shared.actor import SYSTEM

YEAR = timedelta(days=364)  # today and the 364 days before it


def measured_by_process(ids: Collection[int]) -> Mapping[int, Measured]:
    """Hours and DKK by measured baselines alone; processes without such an effect are left out."""
    today = timezone.localdate()
    found = benefits.effects(SYSTEM, since=today - YEAR, until=today).filter(process__in=ids)
    return {
        line.process: Measured(line.sums.hours, line.sums.amount)
        for line in benefits.by_process(found)
        if line.kind == benefits.MEASURED and line.process is not None
    }
