"""What the API tells, as values. New fields of the server are kept in `more`, so that none are lost."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, dataclass, field, fields
from datetime import datetime
from typing import Any, TypeVar

Json = dict[str, Any]
Shape = TypeVar("Shape")


def made(shape: type[Shape], told: Mapping[str, Any]) -> Shape:
    """The value of what the server told. Raises TypeError when a field that it must have is missing."""
    known = {each.name for each in fields(shape)}  # type: ignore[arg-type]
    facts = {name: value for name, value in told.items() if name in known}
    if "more" in known:
        facts["more"] = {name: value for name, value in told.items() if name not in known}
    lacking = [
        each.name
        for each in fields(shape)  # type: ignore[arg-type]
        if each.name not in facts and each.default is MISSING and each.default_factory is MISSING
    ]
    if lacking:
        raise TypeError(f"the answer has no {', '.join(lacking)}")
    return shape(**facts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Process:
    """A process. `more` has its further fields under the API's names, as JSON has them; `etag` its revision.

    `process["minutes"]` is the field of that name, wherever it is kept.
    """

    id: int
    title: str
    summary: str
    phase: str
    status: str = ""
    visibility: str = ""
    kind: str = "process"
    authority: Json = field(default_factory=dict)
    description: str = ""
    domains: list[str] = field(default_factory=list)
    kle: list[str] = field(default_factory=list)
    technologies: list[Json] = field(default_factory=list)
    systems_used: list[Json] = field(default_factory=list)
    standing: Json = field(default_factory=dict)
    created_at: str = ""
    changed_at: str = ""
    etag: str = ""
    more: Json = field(default_factory=dict)

    def __getitem__(self, name: str) -> Any:
        return self.more[name] if name in self.more else getattr(self, name)

    @property
    def changed(self) -> datetime:
        """When it was changed last."""
        return _moment(self.changed_at)


@dataclass(frozen=True, slots=True)
class Pushed:
    """A process that was pushed, and whether it is new in Gevinst."""

    process: Process
    created: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A process changed, or is gone: deleted, or not for the caller any more."""

    id: int
    state: str
    at: str

    @property
    def gone(self) -> bool:
        """Whether the process is no longer there for the caller."""
        return self.state == "gone"

    @property
    def when(self) -> datetime:
        """When it was noted."""
        return _moment(self.at)


@dataclass(frozen=True, slots=True, kw_only=True)
class Authority:
    """An authority."""

    id: int
    code: str
    name: str
    kind: str = ""
    cvr: str = ""
    valid_from: str = ""
    valid_to: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class System:
    """An IT system."""

    id: int
    label: str
    vendor: str = ""
    more: Json = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Technology:
    """What an automation is built with."""

    id: int
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """A code of KLE, FORM or KLA."""

    id: int
    scheme: str
    code: str
    title: str
    more: Json = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file of a process, without its bytes."""

    id: int
    filename: str
    media_type: str
    size: int
    sha256: str
    internal: bool = False
    description: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """What somebody said under a process."""

    id: int
    text: str
    author: str = ""
    parent: int | None = None
    internal: bool = False
    at: str = ""
    more: Json = field(default_factory=dict)


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text.replace("Z", "+00:00"))
