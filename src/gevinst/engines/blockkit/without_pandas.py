"""Keeps Arrow from loading pandas, which takes longer than Arrow itself and is needed by nothing here.

pyarrow asks for pandas when `pyarrow.dataset` is loaded, and DuckDB loads that to read Arrow tables.
Told that it is not there, pyarrow asks again when someone does want a data frame.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec
from threading import get_ident
from types import ModuleType


class _Hidden:
    """Says of pandas, to the thread that made it, that it is not installed."""

    def __init__(self) -> None:
        self._thread = get_ident()

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if name == "pandas" and get_ident() == self._thread:
            raise ModuleNotFoundError(name, name=name)
        return None


def load_arrow() -> None:
    """Loads pyarrow and what DuckDB needs of it; pandas only if it is loaded already."""
    hidden = _Hidden()
    sys.meta_path.insert(0, hidden)
    try:
        import pyarrow.dataset  # noqa: F401
    finally:
        sys.meta_path.remove(hidden)
