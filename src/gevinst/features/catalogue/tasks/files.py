"""Files: large ones are read as they come, and every night what was left behind is cleared."""

from __future__ import annotations

from django.utils import timezone
from procrastinate.contrib.django import app

from gevinst.features.catalogue.actions import files
from gevinst.shared.actor import SYSTEM


@app.task(name="catalogue.read_text")
def read_text(attachment_id: int, share: bool) -> None:
    """The text of one file, for search; then it is shared if that was asked."""
    files.read_attachment(attachment_id=attachment_id, share=share, by=SYSTEM)


@app.periodic(cron="40 3 * * *")
@app.task(queueing_lock="catalogue.sweep_files", pass_context=False)
def sweep_files(timestamp: int) -> None:
    """Every night: bytes that no row names go, and files whose job was lost are read."""
    now = timezone.now()
    files.sweep_files(now=now, by=SYSTEM)
    files.resume_reading(now=now, by=SYSTEM)
