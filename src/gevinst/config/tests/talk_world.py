"""A file on the process, a comment and a report of it, all of it marked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.files.base import ContentFile

from gevinst.features.catalogue.models import Attachment, Comment, Report

if TYPE_CHECKING:
    from gevinst.features.accounts.models import User
    from gevinst.features.catalogue.models import Process


def talk_at(process: Process, insider: User, text: str) -> dict[str, Any]:
    """Parameters of addresses about files and what is said, all of it by `insider`."""
    content = text.encode()
    file = Attachment.objects.create(
        process=process,
        file=ContentFile(content, name=f"{process.pk}/{'0' * 32}"),
        filename=f"{text}.txt"[:200],
        description=text[:200],
        media_type="text/plain",
        size=len(content),
        sha256="0" * 64,
        reading=Attachment.Reading.READ,
        text=text,
    )
    said = Comment.objects.create(
        process=process,
        author=insider,
        author_name=text[:120],
        text=text,
        author_authority=text[:120],
    )
    report = Report.objects.create(
        process=process, comment=said, reason=Report.Reason.WRONG, text=text, reporter=insider
    )
    return {"attachment_id": file.pk, "comment_id": said.pk, "report_id": report.pk}
