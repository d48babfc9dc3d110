"""The conversation about a process: threads, oldest first, replies of any depth under the first comment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from gevinst.engines.identifiers import mask_all
from gevinst.features.catalogue.models import Comment, Process
from gevinst.features.catalogue.permissions import internal_ids, readable
from gevinst.features.catalogue.talk_rights import may_moderate, may_talk, wrote
from gevinst.shared.actor import Actor
from gevinst.shared.errors import DomainError

# The newest of a conversation are read; nobody has been seen to talk more than this.
MOST = 2000


@dataclass(frozen=True, slots=True)
class Said:
    """A comment as a reader sees it. `text` is empty when it was deleted or withheld from the reader.

    `answers` names whom it replies to, when that is not the first of the thread.
    """

    pk: int
    author: str
    authority: str
    text: str
    internal: bool
    at: datetime
    edited_at: datetime | None
    deleted: bool
    withheld: bool
    own: bool
    answers: str = ""

    @property
    def gone(self) -> bool:
        """Whether nothing can be done with it any more."""
        return self.deleted or self.withheld


@dataclass(frozen=True, slots=True)
class Thread:
    """The first comment and all that was said under it, oldest first."""

    first: Said
    replies: list[Said]


def threads(actor: Actor, process: Process) -> list[Thread]:
    """The conversation of a process that `actor` may read, in one query; nothing for guests."""
    if not may_talk(actor):
        return []
    rows = list(_visible(actor).filter(process=process).order_by("-at", "-pk")[:MOST])[::-1]
    by_id = {row.pk: row for row in rows}
    under: dict[int, list[Comment]] = {}
    for row in rows:
        under.setdefault(_root(row, by_id), []).append(row)
    judges = may_moderate(actor, process.authority_id)
    return [_thread(actor, found, by_id, judges) for found in under.values()]


def comment(actor: Actor, comment_id: int) -> Comment:
    """One comment that `actor` may read, with its process. Raises `DomainError("not-found")`."""
    held = Process.objects.filter(readable(actor))
    rows = _visible(actor).filter(pk=comment_id, process__in=held).select_related("process")
    row = rows.first() if may_talk(actor) else None
    if row is None:
        raise DomainError("not-found", _("There is no such comment."))
    return row


def _visible(actor: Actor) -> QuerySet[Comment]:
    mine = Process.objects.filter(internal_ids(actor)).values("pk")
    return Comment.objects.filter(Q(internal=False) | Q(process__in=mine))


def _root(row: Comment, by_id: dict[int, Comment]) -> int:
    """The first comment of the thread, as far as the reader sees it."""
    seen = {row.pk}
    while row.parent_id in by_id and row.parent_id not in seen:
        row = by_id[row.parent_id]
        seen.add(row.pk)
    return row.pk


def _thread(actor: Actor, rows: list[Comment], by_id: dict[int, Comment], judges: bool) -> Thread:
    first, *replies = rows
    return Thread(
        _said(actor, first, "", judges),
        [_said(actor, row, _answers(row, first, by_id), judges) for row in replies],
    )


def _answers(row: Comment, first: Comment, by_id: dict[int, Comment]) -> str:
    parent = by_id.get(row.parent_id or 0)
    return parent.author_name if parent is not None and parent.pk != first.pk else ""


def _said(actor: Actor, row: Comment, answers: str, judges: bool) -> Said:
    own = wrote(actor, row)
    hidden = row.deleted_at is not None or (row.withheld and not (own or judges))
    return Said(
        pk=row.pk,
        author=row.author_name,
        authority=row.author_authority,
        text="" if hidden else mask_all(row.text),
        internal=row.internal,
        at=row.at,
        edited_at=row.edited_at,
        deleted=row.deleted_at is not None,
        withheld=row.withheld,
        own=own,
        answers=answers,
    )
