"""What is wrong with an identifier: one error with a stable code, the same for every kind."""

from __future__ import annotations


class IdentifierError(ValueError):
    """A text that is not an identifier of its kind; `code` tells why, and the text itself is never repeated.

    Codes: `bad-form` (length or characters), `bad-date`, `bad-check-digit`, `unknown-country`.
    """

    def __init__(self, kind: str, code: str) -> None:
        self.kind, self.code = kind, code
        super().__init__(f"{kind}: {code}")
