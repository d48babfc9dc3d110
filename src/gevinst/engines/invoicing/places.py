"""A value together with where in the document it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from gevinst.engines.einvoice.model import Invoice, Line, Party

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Place:
    """One field of one part of an invoice, and its text."""

    part: Invoice | Line | Party
    field: str
    text: str = ""

    @property
    def path(self) -> str:
        """The XPath of the field, "" where the document lacks it. Slow: it traces the document."""
        return str(self.part.paths.get(self.field, ""))


@dataclass(frozen=True, slots=True)
class Found(Generic[Value]):
    """A value and its place."""

    value: Value
    place: Place
