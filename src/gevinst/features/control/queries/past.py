"""Past batches that a change of the rules is tried on."""

from __future__ import annotations

from datetime import date

from gevinst.engines.decisionlog.model import Batch
from gevinst.features.control.models import LogHead
from gevinst.features.control.queries.log import batches


def batches_of(
    authority_id: int, block_key: str, first_on: date | None = None, last_on: date | None = None
) -> list[Batch]:
    """Every batch that the authority's robots decided with that block on the days stated."""
    heads = LogHead.objects.filter(authority=authority_id).order_by("robot_key")
    return [
        batch
        for head in heads
        for batch in batches(authority_id, head.robot_key, first_on, last_on)
        if batch.block == block_key
    ]
