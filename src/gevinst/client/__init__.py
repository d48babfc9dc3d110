"""See README.md."""

from gevinst.client.faults import (
    ChangedMeanwhile,
    Conflict,
    Fault,
    Invalid,
    NotAllowed,
    NotFound,
    NotSignedIn,
    Refused,
    TooMany,
    Unavailable,
)
from gevinst.client.gevinst import Gevinst
from gevinst.client.pages import Changes
from gevinst.client.shapes import (
    Attachment,
    Authority,
    Change,
    Code,
    Comment,
    Process,
    Pushed,
    System,
    Technology,
)

__all__ = [
    "Attachment", "Authority", "Change", "ChangedMeanwhile", "Changes", "Code", "Comment", "Conflict",
    "Fault", "Gevinst", "Invalid", "NotAllowed", "NotFound", "NotSignedIn", "Process", "Pushed", "Refused",
    "System", "Technology", "TooMany", "Unavailable",
]  # fmt: skip
