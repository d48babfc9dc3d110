"""Keeps a command that starts often from loading pandas, which takes the better part of a second.

pyarrow asks for pandas when `pyarrow.dataset` is loaded, and DuckDB loads that to read Arrow tables.
Told that it is not there, pyarrow asks again when someone does want a data frame.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec
from types import ModuleType


class _Hidden:
    """Says of pandas that it is not installed."""

    @staticmethod
    def find_spec(
        name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if name == "pandas":
            raise ModuleNotFoundError(name, name=name)
        return None


def load_arrow() -> None:
    """Loads pyarrow and what DuckDB needs of it; pandas only if it is loaded already."""
    sys.meta_path.insert(0, _Hidden)
    try:
        import pyarrow.dataset  # noqa: F401
    finally:
        sys.meta_path.remove(_Hidden)
