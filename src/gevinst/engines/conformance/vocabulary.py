"""Names and paths by number, for as long as documents keep to a bounded vocabulary."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

DOCUMENT = 0
# A hostile sender could invent names without end; then all is forgotten and learnt anew.
MOST = 20_000


class Vocabulary:
    """Paths of elements and attributes from the document node (path 0) down.

    `parents`, `uris`, `locals` and `attributes` describe each path; `kept` is for what others work
    out of a path.
    """

    __slots__ = ("_known", "attributes", "kept", "locals", "parents", "uris")

    def __init__(self) -> None:
        self._known: dict[tuple[int, str, bool], int] = {}
        self.parents, self.uris, self.locals, self.attributes = [-1], [""], [""], [False]
        self.kept: dict[Any, Any] = {}

    def __len__(self) -> int:
        return len(self.parents)

    def path(self, parent: int, tag: str, *, attribute: bool = False) -> int:
        """The path of `tag` (`{uri}local`) under the path `parent`."""
        key = (parent, tag, attribute)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = len(self.parents)
            uri, _, local = tag.rpartition("}")
            self.parents.append(parent)
            self.uris.append(uri[1:])
            self.locals.append(local)
            self.attributes.append(attribute)
        return found

    def named(self, path: int, uri: str | None, local: str | None) -> bool:
        """Whether the last name of the path is this one; None stands for any."""
        return (uri is None or self.uris[path] == uri) and (
            local is None or self.locals[path] == local
        )

    def mask(self, key: Any, test: Callable[[int], bool]) -> NDArray[np.bool_]:
        """Which paths pass `test`, which `key` names; each path is tested once."""
        kept: NDArray[np.bool_] = self.kept.get(key, np.empty(0, dtype=np.bool_))
        if len(kept) < len(self):
            more = [test(path) for path in range(len(kept), len(self))]
            kept = self.kept[key] = np.concatenate([kept, np.array(more, dtype=np.bool_)])
        return kept
