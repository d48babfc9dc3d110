"""Domain errors: a stable code, a sentence for the user, and the facts. One place maps them to HTTP."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

STATUS = {
    "not-allowed": 403,
    "not-found": 404,
    "taken": 409,
    "wrong-state": 409,
    "already-done": 409,
    "conflict": 409,
    "changed-meanwhile": 412,
    "invalid": 422,
}


class DomainError(Exception):
    """Something the user asked for cannot be done. `code` is stable, `message` is in the user's language.

    `message` may be lazy: the language is that of the request that shows it.
    """

    def __init__(self, code: str, message: str | StrPromise, **facts: Any) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.facts = facts

    def __str__(self) -> str:
        return str(self.message)

    @property
    def status(self) -> int:
        """The HTTP status of it; 422 for codes that have none of their own."""
        return STATUS.get(self.code, 422)
