"""What can be done with business cases: written, decided and talked about."""

from gevinst.features.benefits.actions.cases.answering import approve_case, reject_case
from gevinst.features.benefits.actions.cases.comments import (
    comment_case,
    delete_case_comment,
    edit_case_comment,
    resolve_case_comment,
)
from gevinst.features.benefits.actions.cases.copying import copy_case, start_case_from_text
from gevinst.features.benefits.actions.cases.deciding import propose_case, withdraw_case
from gevinst.features.benefits.actions.cases.standing import archive_case, reopen_case, show_case
from gevinst.features.benefits.actions.cases.starting import start_case, start_case_of_process
from gevinst.features.benefits.actions.cases.versions import keep_case_version
from gevinst.features.benefits.actions.cases.writing import save_case

__all__ = [
    "approve_case",
    "archive_case",
    "comment_case",
    "copy_case",
    "delete_case_comment",
    "edit_case_comment",
    "keep_case_version",
    "propose_case",
    "reject_case",
    "reopen_case",
    "resolve_case_comment",
    "save_case",
    "show_case",
    "start_case",
    "start_case_from_text",
    "start_case_of_process",
    "withdraw_case",
]
