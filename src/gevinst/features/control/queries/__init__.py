"""What can be asked of this room; nothing here writes."""

from gevinst.features.control.queries.books import Opened, opened
from gevinst.features.control.queries.changes import (
    base_files,
    change,
    changes,
    impact_of,
    open_changes,
    timeline,
)
from gevinst.features.control.queries.history import Step, rule_history
from gevinst.features.control.queries.log import (
    batches,
    broken_at,
    last_decisions,
    log_entries,
    log_head,
)
from gevinst.features.control.queries.places import installed, place, places
from gevinst.features.control.queries.rule_sets import files_in_force, rule_set_on, rule_sets
from gevinst.features.control.queries.surveys import last_survey
from gevinst.features.control.queries.weighing import decisions_to_weigh, weighing

__all__ = [
    "Opened",
    "Step",
    "base_files",
    "batches",
    "broken_at",
    "change",
    "changes",
    "decisions_to_weigh",
    "files_in_force",
    "impact_of",
    "installed",
    "last_decisions",
    "last_survey",
    "log_entries",
    "log_head",
    "open_changes",
    "opened",
    "place",
    "places",
    "rule_history",
    "rule_set_on",
    "rule_sets",
    "timeline",
    "weighing",
]
