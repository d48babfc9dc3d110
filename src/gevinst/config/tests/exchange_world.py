"""A process that came from a board, with a comment and a file, for the world of the tests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.files.base import ContentFile

from gevinst.features.catalogue.models import Attachment, Comment, Imported

if TYPE_CHECKING:
    from gevinst.features.catalogue.models import Process

BOARD, THERE = "board", "org/repo/12"


def exchanged_at(process: Process, text: str) -> dict[str, Any]:
    """Parameters of addresses: where the process came from, and a file of it."""
    Imported.objects.create(
        process=process, source=f"{process.authority_id}/{BOARD}", source_id=THERE, digest=""
    )
    Comment.objects.create(process=process, text=text, author_name=text)
    held = Attachment(
        process=process,
        filename="mark.txt",
        media_type="text/plain",
        size=len(text.encode()),
        sha256="0" * 64,
        description=text,
        text=text,
    )
    held.file.save("mark.txt", ContentFile(text.encode()))
    return {"source": BOARD, "source_id": THERE, "attachment_id": held.pk}
