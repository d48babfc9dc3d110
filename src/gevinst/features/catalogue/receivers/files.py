"""The bytes of a file go from the storage after the row has gone, whoever deleted it."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete

from gevinst.features.catalogue.models import Attachment


def removed(instance: Attachment, **_: Any) -> None:
    """After commit: what is rolled back keeps its bytes. What fails here is swept at night."""
    forget = partial(instance.file.storage.delete, str(instance.file.name))
    transaction.on_commit(forget, robust=True)


def connect() -> None:
    """Called once, when the app is ready; a second time changes nothing."""
    post_delete.connect(removed, sender=Attachment, dispatch_uid="catalogue.files.removed")
