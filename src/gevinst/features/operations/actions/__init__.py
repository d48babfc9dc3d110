"""What can be done with robots and work items; each verb is one use case in one transaction."""

from gevinst.features.operations.actions.accounts import confirm_account, withdraw_confirmation
from gevinst.features.operations.actions.answering import collect, collect_one
from gevinst.features.operations.actions.delivering import deliver, export
from gevinst.features.operations.actions.desk import approve, hold, resume, return_to_supplier
from gevinst.features.operations.actions.desk_bulk import Many, return_many
from gevinst.features.operations.actions.digesting import send_digests
from gevinst.features.operations.actions.parameters import set_parameters
from gevinst.features.operations.actions.receiving import Received, receive, receive_many
from gevinst.features.operations.actions.rechecking import recheck
from gevinst.features.operations.actions.robots import install_robot
from gevinst.features.operations.actions.running import release_abandoned, run_robot
from gevinst.features.operations.actions.stopping import start_robot, stop_robot
from gevinst.features.operations.actions.supplier_limits import limit_supplier
from gevinst.features.operations.actions.taking import release, take
from gevinst.features.operations.actions.undoing import undo
from gevinst.features.operations.actions.uploading import FileOutcome, receive_files

__all__ = [
    "FileOutcome",
    "Many",
    "Received",
    "approve",
    "collect",
    "collect_one",
    "confirm_account",
    "deliver",
    "export",
    "hold",
    "install_robot",
    "limit_supplier",
    "receive",
    "receive_files",
    "receive_many",
    "recheck",
    "release",
    "release_abandoned",
    "resume",
    "return_many",
    "return_to_supplier",
    "run_robot",
    "send_digests",
    "set_parameters",
    "start_robot",
    "stop_robot",
    "take",
    "undo",
    "withdraw_confirmation",
]
