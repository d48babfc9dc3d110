"""Why a call was refused: a class for each kind, with what the problem response says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


class Fault(Exception):
    """Anything that keeps a call from being answered."""


class Unavailable(Fault):
    """The server could not be reached, or did not answer in time or in its own words."""


@dataclass(frozen=True, slots=True)
class FieldFault:
    """What is wrong with one thing that was sent."""

    field: str
    message: str


class Refused(Fault):
    """The server's problem response (RFC 9457). `code` is stable, `detail` is for people."""

    def __init__(self, status: int, problem: Mapping[str, Any]) -> None:
        self.status = status
        self.code = str(problem.get("code") or "refused")
        self.detail = str(problem.get("detail") or problem.get("title") or "")
        self.errors = tuple(
            FieldFault(str(each.get("field", "")), str(each.get("message", "")))
            for each in problem.get("errors") or ()
        )
        wrong = "".join(f"; {each.field}: {each.message}" for each in self.errors)
        super().__init__(f"{status} {self.code}: {self.detail}{wrong}")


class NotSignedIn(Refused):
    """401: no token, or one that is unknown, expired or withdrawn."""


class NotAllowed(Refused):
    """403: not with this role, or not at that authority."""


class NotFound(Refused):
    """404: it does not exist, or is not the caller's to know of."""


class Conflict(Refused):
    """409: not as things stand."""


class ChangedMeanwhile(Refused):
    """412: somebody changed it after it was read. Read it again, then change it."""


class Invalid(Refused):
    """422: what was sent cannot be used; `errors` names each field."""


class TooMany(Refused):
    """429, still after every retry."""


_BY_STATUS: dict[int, type[Refused]] = {
    401: NotSignedIn,
    403: NotAllowed,
    404: NotFound,
    409: Conflict,
    412: ChangedMeanwhile,
    422: Invalid,
    429: TooMany,
}


def refusal(status: int, problem: Mapping[str, Any]) -> Refused:
    """The refusal of a status, from the body of the answer."""
    return _BY_STATUS.get(status, Refused)(status, problem)
