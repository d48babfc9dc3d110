"""What is wrong with a whole file, and with a part of one."""

from __future__ import annotations


class UnreadableFile(ValueError):
    """A file of another kind; `code` and `facts` are for other languages than the message."""

    def __init__(self, code: str, message: str, **facts: str | int) -> None:
        super().__init__(message)
        self.code, self.facts = code, facts


class PartFault(ValueError):
    """A line or an object that cannot be taken in; `code` is stable, `value` what was read."""

    def __init__(self, code: str, value: str = "") -> None:
        super().__init__(f"{code}: {value}")
        self.code, self.value = code, value
