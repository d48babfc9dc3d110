"""Files on processes for tests: a row with its bytes in the storage."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import uuid4

import factory
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage, Storage
from factory.django import DjangoModelFactory

from gevinst.features.catalogue.models import Attachment
from gevinst.features.catalogue.tests.factories import ProcessFactory


class AttachmentFactory(DjangoModelFactory[Attachment]):
    """A text that was read and is shared; `content=` are its bytes."""

    class Meta:
        model = Attachment

    class Params:
        content = b"Vejledning"

    process = factory.SubFactory(ProcessFactory)
    filename = factory.Sequence(lambda n: f"vejledning-{n}.txt")
    media_type = "text/plain"
    size = factory.LazyAttribute(lambda o: len(o.content))
    sha256 = factory.LazyAttribute(lambda o: hashlib.sha256(o.content).hexdigest())
    file = factory.LazyAttribute(
        lambda o: ContentFile(o.content, name=f"{o.process.pk}/{uuid4().hex}")
    )
    reading = Attachment.Reading.READ


@contextmanager
def kept_in(storage: Storage) -> Iterator[Storage]:
    """Files are stored there, in place of the storage of the settings."""
    field: Any = Attachment._meta.get_field("file")
    before, field.storage = field.storage, storage
    try:
        yield storage
    finally:
        field.storage = before


def names(storage: FileSystemStorage) -> list[str]:
    """What lies in the folder of a storage."""
    folder = Path(storage.location)
    return sorted(str(one.relative_to(folder)) for one in folder.rglob("*") if one.is_file())
