"""Bytes in the storage that no row names: what a broken request or a failed deletion left behind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import islice

from django.core.files.storage import Storage

from gevinst.features.catalogue.models import Attachment
from gevinst.features.catalogue.models.attachments import attachment_storage
from gevinst.shared.actor import Actor
from gevinst.shared.audit import audited

# Younger ones may belong to a request that is under way.
YOUNG = timedelta(days=1)
# Names that `attach` gives; whatever else lies in a bucket is not ours.
FOLDER, OURS = re.compile(r"\d+"), re.compile(r"[0-9a-f]{32}(_\w+)?")
BATCH = 500


def sweep_files(*, now: datetime, by: Actor) -> int:
    """Deletes stored bytes older than a day that no row names; how many."""
    storage = attachment_storage()
    gone = 0
    found = _names(storage)
    while names := tuple(islice(found, BATCH)):
        for name in sorted({*names} - _known(names)):
            if storage.get_modified_time(name) < now - YOUNG:
                storage.delete(name)
                gone += 1
    if gone:
        with audited("catalogue.sweep_files", by=by) as entry:
            entry.facts = {"files": gone}
    return gone


def _known(names: tuple[str, ...]) -> set[str]:
    return set(Attachment.objects.filter(file__in=names).values_list("file", flat=True))


def _names(storage: Storage) -> Iterator[str]:
    for folder in _listed(storage, "")[0]:
        if FOLDER.fullmatch(folder):
            files = _listed(storage, folder)[1]
            yield from (f"{folder}/{name}" for name in files if OURS.fullmatch(name))


def _listed(storage: Storage, path: str) -> tuple[list[str], list[str]]:
    try:
        return storage.listdir(path)
    except FileNotFoundError:  # nothing was ever attached
        return [], []
