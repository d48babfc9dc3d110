"""The expressions of the subset as a tree; equal trees are one object, so that results can be shared."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any, TypeVar


class Node:
    """An expression; compared by identity, because `made` never makes two that are equal."""

    __slots__ = ()


@dataclass(frozen=True, eq=False, slots=True)
class Text(Node):
    """A string literal."""

    value: str


@dataclass(frozen=True, eq=False, slots=True)
class Number(Node):
    """A number literal."""

    value: Decimal


@dataclass(frozen=True, eq=False, slots=True)
class Here(Node):
    """The context item, `.`."""


@dataclass(frozen=True, eq=False, slots=True)
class Root(Node):
    """The document node of the context item, `/`."""


@dataclass(frozen=True, eq=False, slots=True)
class Variable(Node):
    """`$name`, bound by `for`, `some` or `every`."""

    name: str


@dataclass(frozen=True, eq=False, slots=True)
class Let(Node):
    """An expression evaluated elsewhere: at the rule's context node, or at the root element."""

    at_document: bool
    value: Node


@dataclass(frozen=True, eq=False, slots=True)
class Step(Node):
    """One step along an axis; `uri` and `local` are None where any will do.

    `kind` is `name`, `text` (text()) or `node` (node()).
    """

    axis: str
    kind: str
    uri: str | None
    local: str | None


@dataclass(frozen=True, eq=False, slots=True)
class Slash(Node):
    """`left/right`: right evaluated at every node of left."""

    left: Node
    right: Node


@dataclass(frozen=True, eq=False, slots=True)
class Filter(Node):
    """`base[predicate]`."""

    base: Node
    predicate: Node


@dataclass(frozen=True, eq=False, slots=True)
class Binary(Node):
    """An operator with two operands."""

    sign: str
    left: Node
    right: Node


@dataclass(frozen=True, eq=False, slots=True)
class Negative(Node):
    """Unary minus."""

    value: Node


@dataclass(frozen=True, eq=False, slots=True)
class If(Node):
    """`if (test) then yes else no`."""

    test: Node
    yes: Node
    no: Node


@dataclass(frozen=True, eq=False, slots=True)
class Each(Node):
    """`for`, `some` or `every` (`word`) over one variable."""

    word: str
    name: str
    over: Node
    body: Node


@dataclass(frozen=True, eq=False, slots=True)
class Comma(Node):
    """`(a, b, …)`; the empty sequence when there are no items."""

    items: tuple[Node, ...]


@dataclass(frozen=True, eq=False, slots=True)
class Castable(Node):
    """`value castable as type`; the type without its prefix, `optional` where `?` follows."""

    value: Node
    type: str
    optional: bool


@dataclass(frozen=True, eq=False, slots=True)
class Call(Node):
    """A function by its name, `g:` kept, `fn:` left out."""

    name: str
    arguments: tuple[Node, ...]


_Made = TypeVar("_Made", bound=Node)
_known: dict[tuple[Any, ...], Any] = {}


def made(kind: type[_Made], *parts: Any) -> _Made:
    """The one node of `kind` with these parts.

    >>> made(Text, "a") is made(Text, "a")
    True
    """
    key = (kind, *parts)
    if key not in _known:
        _known[key] = kind(*parts)
    node: _Made = _known[key]
    return node
