"""What is asked of business cases: which may be read, one of them, its versions, what is said of it."""

from gevinst.features.benefits.queries.cases.finding import CasesWanted, case, cases, may_approve
from gevinst.features.benefits.queries.cases.kept import (
    approved_version,
    case_text_at,
    case_timeline,
    case_version,
    case_versions,
)
from gevinst.features.benefits.queries.cases.said import case_comment, case_comments

__all__ = [
    "CasesWanted",
    "approved_version",
    "case",
    "case_comment",
    "case_comments",
    "case_text_at",
    "case_timeline",
    "case_version",
    "case_versions",
    "cases",
    "may_approve",
]
