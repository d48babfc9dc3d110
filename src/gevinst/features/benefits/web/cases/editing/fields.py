"""The fields of the editor of a business case: each named by its place in the case file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from gevinst.features.benefits.casework.paths import Data, steps, value_at
from gevinst.features.benefits.web.cases.typed.kinds import shown

Choices = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Field:
    """One field. `name` is its place in the file, `kind` how it is typed, `reload`: others follow from it."""

    name: str
    label: str
    kind: str = "text"
    value: str = ""
    hint: str = ""
    choices: Choices = ()
    error: str = ""
    wide: bool = False
    reload: bool = False

    @property
    def id(self) -> str:
        """The field's id in the page."""
        return "f-" + self.name.replace(".", "-")

    @property
    def inputmode(self) -> str:
        """Which keyboard a telephone shows."""
        return "decimal" if self.kind in ("number", "whole", "year", "percent") else ""


@dataclass(frozen=True, slots=True)
class Row:
    """Fields that belong together: a line, an assumption, a risk; `more` are folded."""

    name: str
    title: str
    fields: Sequence[Field]
    more: Sequence[Field] = ()
    drop: bool = True
    path: str = ""

    @property
    def open(self) -> bool:
        """Whether a folded field has something wrong."""
        return any(each.error for each in self.more)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with rows; `add` is the part of the file that a new row goes into."""

    title: str
    text: str = ""
    rows: Sequence[Row] = ()
    add: str = ""
    add_words: str = ""
    id: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class Fields:
    """Makes fields of the values of a case file, each with its fault."""

    data: Data
    errors: Mapping[str, str] = field(default_factory=dict)

    def one(self, name: str, label: Any, kind: str = "text", **more: Any) -> Field:
        """The field at that place of the file."""
        value = shown(kind, value_at(self.data, steps(name)))
        choices = more.pop("choices", ())
        if kind == "select" and value not in dict(choices):
            choices = [(value, value or "–"), *choices]
        error = self.errors.get(name, "")
        return Field(name, str(label), kind, value, choices=choices, error=error, **more)
