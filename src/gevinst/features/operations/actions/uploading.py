"""Takes files and archives in and says of each what became of it; a refused one leaves nothing behind."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import BinaryIO

from django.db import connection, transaction
from django.utils.translation import get_language

from gevinst.engines.blockkit.contract import Text
from gevinst.engines.identifiers import mask_all
from gevinst.engines.intake import IntakeRefusal, unpack
from gevinst.features.operations import limits
from gevinst.features.operations.actions.receiving import receive_many
from gevinst.features.operations.blocks import words
from gevinst.features.operations.models import Finding, Robot, WorkItem
from gevinst.features.operations.permissions import check_operate
from gevinst.features.operations.states import State
from gevinst.shared.actor import Actor

NEW, KNOWN, UNREADABLE, REFUSED = "new", "known", "unreadable", "refused"
OUTCOMES = (NEW, KNOWN, UNREADABLE, REFUSED)
Document = tuple[str, bytes]


@dataclass(frozen=True, slots=True)
class FileOutcome:
    """What became of one document, or of a whole archive that was refused.

    `name` is the document's, `archive` that of the file it came in ("" for a plain one); person numbers in
    them are masked. `outcome` is one of `OUTCOMES`; an unreadable one is an item at the desk, a refused one
    is nothing at all. `message` says why.
    """

    name: str
    archive: str
    outcome: str
    message: str = ""
    item_id: int | None = None


def receive_files(
    *, robot: Robot, files: Iterable[tuple[str, BinaryIO]], by: Actor
) -> list[FileOutcome]:
    """Takes each file in, in a transaction of its own: all that is in an archive, or nothing of it.

    Raises `DomainError("not-allowed")`.
    """
    check_operate(by, robot.authority_id)
    return [outcome for name, file in files for outcome in _one(robot, name, file, by)]


def _one(robot: Robot, name: str, file: BinaryIO, by: Actor) -> list[FileOutcome]:
    shown = mask_all(name)
    try:
        documents = unpack(name, file, limits.intake())
    except IntakeRefusal as refusal:
        message = refusal.message_en if _english() else refusal.message_da
        return [FileOutcome(shown, "", REFUSED, message)]
    plain = len(documents) == 1 and documents[0][0] == name
    return _taken(robot, documents, "" if plain else shown, by)


def _taken(
    robot: Robot, documents: Sequence[Document], archive: str, by: Actor
) -> list[FileOutcome]:
    digests = [sha256(content).hexdigest() for _, content in documents]
    with transaction.atomic():
        # Held until the end, so that what is known now is what receiving finds.
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(hashtext('receive'), %s)", [robot.pk])
        known = set(_items(robot, digests))
        receive_many(robot=robot, documents=documents, by=by)
        items = _items(robot, digests)
        reasons = _reasons(items)
    outcomes = []
    for (name, _content), digest in zip(documents, digests, strict=True):
        item = items[digest]
        outcomes.append(_outcome(mask_all(name), archive, item, digest in known, reasons))
        known.add(digest)
    return outcomes


def _items(robot: Robot, digests: Sequence[str]) -> dict[str, WorkItem]:
    rows = WorkItem.objects.filter(robot=robot, document__in=digests)
    return {row.document_id: row for row in rows.only("document_id", "state")}


def _reasons(items: dict[str, WorkItem]) -> dict[int, str]:
    """Why each unreadable item is so, by its id."""
    refused = [item.pk for item in items.values() if item.state == State.REFUSED]
    found = Finding.objects.filter(decision__item__in=refused, decision__verdict="refuse")
    rows = found.values_list("decision__item_id", "message_da", "message_en")
    return {item: mask_all(words(Text(da, en))) for item, da, en in rows}


def _outcome(
    name: str, archive: str, item: WorkItem, known: bool, reasons: dict[int, str]
) -> FileOutcome:
    if known:
        return FileOutcome(name, archive, KNOWN, item_id=item.pk)
    if item.pk in reasons:
        return FileOutcome(name, archive, UNREADABLE, reasons[item.pk], item.pk)
    return FileOutcome(name, archive, NEW, item_id=item.pk)


def _english() -> bool:
    return (get_language() or "da").startswith("en")
