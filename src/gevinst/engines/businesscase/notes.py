"""What an engine wants to say beside a figure: a warning or a remark as a value, never an exception."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Note:
    """A remark with a stable code, an English sentence and the facts it rests on; `danish` says the same.

    >>> Note("few-points", "The projection rests on 3 years.", {"n": 3}).code
    'few-points'
    """

    code: str
    message: str
    facts: Mapping[str, object] = field(default_factory=dict)
    danish: str = ""

    def told(self, language: str) -> str:
        """The sentence in "da" or "en"; English where there is no Danish.

        >>> Note("a", "No risks.", danish="Ingen risici.").told("da")
        'Ingen risici.'
        """
        return self.danish if language == "da" and self.danish else self.message
