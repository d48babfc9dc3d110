"""An index of its own for a test, with everything in it that the test's transaction has made."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from gevinst.features.catalogue.indexing import place, rebuilding
from gevinst.features.catalogue.indexing.following import catch_up


def in_own_folder(settings: Any, folder: Path) -> Iterator[None]:
    """An empty index in the folder; call `indexed()` when the test has made what is to be found."""
    settings.CATALOGUE_SEARCH_FOLDER = folder
    place.forget()
    rebuilding.rebuild()
    yield
    place.forget()


def indexed() -> None:
    """What the transaction has changed is in the index."""
    catch_up(own=True)
