"""What can be asked of this room; nothing here writes."""

from gevinst.features.control.queries.changes import change, changes, impact_of
from gevinst.features.control.queries.log import (
    batches,
    broken_at,
    last_decisions,
    log_entries,
    log_head,
)
from gevinst.features.control.queries.rule_sets import files_in_force, rule_set_on, rule_sets

__all__ = [
    "batches",
    "broken_at",
    "change",
    "changes",
    "files_in_force",
    "impact_of",
    "last_decisions",
    "log_entries",
    "log_head",
    "rule_set_on",
    "rule_sets",
]
