"""What can be asked of this room; nothing here writes."""

from gevinst.features.control.queries.changes import change, changes, impact_of
from gevinst.features.control.queries.rule_sets import files_in_force, rule_set_on, rule_sets

__all__ = ["change", "changes", "files_in_force", "impact_of", "rule_set_on", "rule_sets"]
