"""Why a file is not kept: a stable code, and which file within the file it is about."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Code(StrEnum):
    """The stable codes; the words are those of whoever shows them."""

    EMPTY = "empty"
    EXECUTABLE = "executable"
    SCRIPT = "script"
    MACROS = "macros"
    MARKUP = "markup"
    LEGACY = "legacy"
    EMBEDDED = "embedded"
    ARCHIVE = "archive"
    NESTED = "nested"
    LOCKED_ARCHIVE = "locked-archive"
    TOO_LARGE = "too-large"
    MISMATCH = "mismatch"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Refusal:
    """`inside` names the member of an archive or document that it is about, or is empty."""

    code: Code
    inside: str = ""
