"""Which rule book decides: the authority's own of that day, else the building block's."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.db.models import QuerySet

from gevinst.engines.blockkit.registry import block
from gevinst.features.control.models import RuleSet


def rule_sets(authority_id: int, block_key: str) -> QuerySet[RuleSet]:
    """The authority's own rule books for the block, the latest in force first."""
    own = RuleSet.objects.filter(authority=authority_id, block_key=block_key)
    return own.select_related("change").order_by("-live_from", "-approved_at", "-pk")


def rule_set_on(authority_id: int, block_key: str, on: date) -> RuleSet | None:
    """The rule book that decides on the day; None where the block's own rules do."""
    return rule_sets(authority_id, block_key).filter(live_from__lte=on).first()


def files_in_force(authority_id: int, block_key: str, on: date) -> Mapping[str, str]:
    """The YAML, by file name, that decides on the day. Raises `BlockNotFound`."""
    own = rule_set_on(authority_id, block_key, on)
    return own.files if own else block(block_key).rule_files
