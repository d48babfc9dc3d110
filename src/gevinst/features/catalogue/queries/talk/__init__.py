"""The conversation about a process, and the reports of what stands there."""

from gevinst.features.catalogue.queries.talk.reports import (
    OpenAndHandled,
    Reported,
    counts,
    report,
    reports,
)
from gevinst.features.catalogue.queries.talk.threads import Said, Thread, comment, threads

__all__ = [
    "OpenAndHandled",
    "Reported",
    "Said",
    "Thread",
    "comment",
    "counts",
    "report",
    "reports",
    "threads",
]
