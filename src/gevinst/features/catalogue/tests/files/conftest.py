"""Each test of files has a folder of its own to keep them in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """The folder as a storage."""
    from django.core.files.storage import FileSystemStorage

    from gevinst.features.catalogue.actions.files import sweeping
    from gevinst.features.catalogue.tests.files.factories import kept_in

    storage = FileSystemStorage(location=tmp_path / "attachments")
    monkeypatch.setattr(sweeping, "attachment_storage", lambda: storage)
    with kept_in(storage):
        yield storage
