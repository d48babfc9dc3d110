"""The standing of a process follows what happens to it, in the same transaction."""

from __future__ import annotations

from typing import Any

from gevinst.features.catalogue import signals
from gevinst.features.catalogue.actions.standing import FOLLOWS, refresh, refresh_fields
from gevinst.features.catalogue.models import Adoption, Comment, Process, Report


def saved(process: Process, created: bool, changed: dict[str, Any], **_: Any) -> None:
    """A new process gets its standing; a changed one when a field counts in it."""
    if created or not FOLLOWS.isdisjoint(changed):
        refresh_fields(process)


def adopted(adoption: Adoption, **_: Any) -> None:
    """The source has an adopter more."""
    refresh([adoption.source_id])


def commented(comment: Comment, **_: Any) -> None:
    """There is a comment more."""
    refresh([comment.process_id])


def moderated(report: Report, **_: Any) -> None:
    """A comment may have gone."""
    refresh([report.process_id])


def connect() -> None:
    """Called once, when the app is ready; a second time changes nothing."""
    heard = (
        (signals.process_saved, saved),
        (signals.adopted, adopted),
        (signals.commented, commented),
        (signals.moderated, moderated),
    )
    for signal, receiver in heard:
        signal.connect(receiver, dispatch_uid=f"catalogue.standing.{receiver.__name__}")
