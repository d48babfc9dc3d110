"""What can be asked of this room; nothing here writes."""

from gevinst.features.control.queries.books import Opened, opened
from gevinst.features.control.queries.changes import (
    all_changes,
    base_book,
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
from gevinst.features.control.queries.log_pages import (
    LogWanted,
    about_same,
    batch_of,
    last_about,
    log_entry,
    log_rows,
    parameters_of,
    rule_set_of,
    rules_of,
    span,
)
from gevinst.features.control.queries.places import installed, place, places
from gevinst.features.control.queries.rule_sets import files_in_force, rule_set_on, rule_sets
from gevinst.features.control.queries.surveys import last_survey
from gevinst.features.control.queries.weighing import decisions_to_weigh, weighing

__all__ = [
    "LogWanted",
    "Opened",
    "Step",
    "about_same",
    "all_changes",
    "base_book",
    "base_files",
    "batch_of",
    "batches",
    "broken_at",
    "change",
    "changes",
    "decisions_to_weigh",
    "files_in_force",
    "impact_of",
    "installed",
    "last_about",
    "last_decisions",
    "last_survey",
    "log_entries",
    "log_entry",
    "log_head",
    "log_rows",
    "open_changes",
    "opened",
    "parameters_of",
    "place",
    "places",
    "rule_history",
    "rule_set_of",
    "rule_set_on",
    "rule_sets",
    "rules_of",
    "span",
    "timeline",
    "weighing",
]
