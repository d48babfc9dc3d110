"""What a mistake in a formula is called."""

from __future__ import annotations


class FormulaError(ValueError):
    """A mistake in a formula; `message` says what and what was expected, `column` counts from 1."""

    def __init__(self, message: str, column: int = 1) -> None:
        super().__init__(f"column {column}: {message}")
        self.message = message
        self.column = column
