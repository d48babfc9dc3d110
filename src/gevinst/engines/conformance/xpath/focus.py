"""Where expressions are evaluated: a column of context items, and how it came from an outer one."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from gevinst.engines.conformance.xpath.ragged import Index, Ragged

if TYPE_CHECKING:
    from gevinst.engines.conformance.xpath.syntax import Node

_NONE: Mapping[str, Ragged] = MappingProxyType({})


class Focus:
    """`context` has one item a row; row i came from row `origin[i]` of `outer`, if there is one.

    `docs` is the document of each row, `places` the position of each row in its sequence and `lasts`
    how many there are. `memo` keeps what was evaluated here, `inner` the foci made from here.
    """

    __slots__ = (
        "context", "docs", "inner", "lasts", "memo", "origin", "outer", "places", "variables",
    )  # fmt: skip

    def __init__(
        self,
        context: Ragged,
        docs: Index,
        *,
        outer: Focus | None = None,
        origin: Index | None = None,
        variables: Mapping[str, Ragged] = _NONE,
        places: tuple[Index, Index] | None = None,
    ) -> None:
        self.context, self.docs, self.outer, self.origin = context, docs, outer, origin
        self.variables = variables
        self.places: Index | None = None
        self.lasts: Index | None = None
        if places is not None:
            self.places, self.lasts = places
        self.memo: dict[Node, Ragged] = {}
        self.inner: dict[object, Focus] = {}

    @property
    def size(self) -> int:
        """How many rows."""
        return self.context.size

    def way_out(self) -> tuple[Focus, Index | None]:
        """The outermost focus, and which of its rows each row came from (None: its own)."""
        focus, index = self, None
        while focus.outer is not None:
            assert focus.origin is not None
            index = focus.origin if index is None else focus.origin[index]
            focus = focus.outer
        return focus, index

    def variable(self, name: str) -> Ragged:
        """The value that `for`, `some` or `every` bound, in the rows of this focus."""
        focus, index = self, None
        while name not in focus.variables:
            assert focus.outer is not None
            assert focus.origin is not None
            index = focus.origin if index is None else focus.origin[index]
            focus = focus.outer
        value = focus.variables[name]
        return value if index is None else value.spread(index)
