"""What can be done in this room: one verb a use case."""

from gevinst.features.control.actions.archive import DatabaseArchive
from gevinst.features.control.actions.changing import (
    edit_change,
    start_change,
    withdraw_change,
)
from gevinst.features.control.actions.deciding import (
    approve_change,
    propose_change,
    record_impact,
    reject_change,
)
from gevinst.features.control.actions.logging import add_to_log
from gevinst.features.control.actions.surveying import record_survey
from gevinst.features.control.actions.weighing import weigh_change

__all__ = [
    "DatabaseArchive",
    "add_to_log",
    "approve_change",
    "edit_change",
    "propose_change",
    "record_impact",
    "record_survey",
    "reject_change",
    "start_change",
    "weigh_change",
    "withdraw_change",
]
