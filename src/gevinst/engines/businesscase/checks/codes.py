"""Every code that a check can give: how grave it is, which trap it is, and what it means."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files

import yaml

from gevinst.engines.blockkit.contract import Text
from gevinst.engines.businesscase.notes import Note


class Severity(StrEnum):
    """Whether a case may be approved with it: not with an error."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Explained:
    """A code in words (Danish, English); `trap` is its number among the thirteen, 0 for the other rules."""

    severity: Severity
    trap: int
    title: Text
    explanation: Text


def _read() -> Mapping[str, Explained]:
    text = (files("gevinst.engines.businesscase.checks") / "codes.yaml").read_text("utf-8")
    return {
        code: Explained(
            Severity(each["severity"]),
            each["trap"],
            Text(**each["title"]),
            Text(**each["explanation"]),
        )
        for code, each in yaml.safe_load(text).items()
    }


CODES = _read()


def note(code: str, message: str, danish: str, **facts: object) -> Note:
    """A finding of that code with its severity and trap among the facts."""
    explained = CODES[code]
    known = {"severity": explained.severity, "trap": explained.trap, **facts}
    return Note(code, message, known, danish)
