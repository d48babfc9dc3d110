"""Where the index stands: a folder a generation, and a file that says which of them is read."""

from __future__ import annotations

import fcntl
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

from gevinst.engines.retrieval.faults import IndexBroken, IndexBusy, IndexMissing
from gevinst.engines.retrieval.index import Index
from gevinst.features.catalogue.indexing.schema import SCHEMA

GENERATION = "index-"
_opened: dict[Path, Index] = {}


def folder() -> Path:
    """The folder of the setting `CATALOGUE_SEARCH_FOLDER`."""
    return Path(settings.CATALOGUE_SEARCH_FOLDER)


def current() -> Index:
    """The index that is read now, opened once. Raises: IndexMissing, IndexBroken."""
    try:
        name = (folder() / "current").read_text().strip()
    except OSError as fault:
        raise IndexMissing("no index was made yet") from fault
    if not name.startswith(GENERATION) or "/" in name:
        raise IndexBroken("the name of the index makes no sense")
    place = folder() / name
    if place not in _opened:
        opened = Index.open(SCHEMA, place)
        _opened.clear()
        _opened[place] = opened
    return _opened[place]


def forget() -> None:
    """Opens the index again when it is next asked for."""
    _opened.clear()


def fresh() -> tuple[Index, Path]:
    """An empty index in a new generation, read by nobody yet."""
    place = folder() / f"{GENERATION}{time.time_ns()}"
    return Index.create(SCHEMA, place), place


def take(place: Path) -> None:
    """Lets everybody read the generation from now on; the one before stays for those who still do."""
    pointer = folder() / "current"
    before = pointer.read_text().strip() if pointer.exists() else ""
    part = folder() / f"current.{os.getpid()}"
    part.write_text(place.name)
    part.replace(pointer)
    for old in folder().glob(f"{GENERATION}*"):
        if old.name not in {place.name, before}:
            shutil.rmtree(old, ignore_errors=True)


@contextmanager
def alone() -> Iterator[None]:
    """One rebuild at a time on a machine; a killed one lets go by itself. Raises: IndexBusy."""
    folder().mkdir(parents=True, exist_ok=True)
    with (folder() / "rebuild.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as fault:
            raise IndexBusy("the index is being made by another process") from fault
        yield
