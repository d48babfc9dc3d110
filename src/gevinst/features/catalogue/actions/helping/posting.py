"""Posts that ask for help or offer it, and the answers to them."""

from __future__ import annotations

from typing import TypeVar

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gevinst.features.catalogue.models import HelpAnswer, HelpPost
from gevinst.features.catalogue.queries.helping import may_close
from gevinst.features.catalogue.queries.helping import post as readable_post
from gevinst.features.catalogue.queries.reading import process as readable_process
from gevinst.features.catalogue.signals import help_answered, help_asked
from gevinst.shared.actor import Actor, Right
from gevinst.shared.audit import about, audited
from gevinst.shared.errors import DomainError

Row = TypeVar("Row", HelpPost, HelpAnswer)


def post(
    *,
    kind: str,
    authority_id: int,
    title: str,
    text: str,
    by: Actor,
    process_id: int | None = None,
) -> HelpPost:
    """A post of the authority, about a process or about anything.

    Raises `DomainError`: "not-found" for a process that one may not read, "not-allowed", "invalid".
    """
    by.require(Right.CONTRIBUTE, authority_id)
    if process_id is not None:
        readable_process(by, process_id)
    made = HelpPost(
        kind=kind,
        authority_id=authority_id,
        process_id=process_id,
        title=title.strip(),
        text=text.strip(),
        author_id=by.user_id,
    )
    with audited("catalogue.post_help", by=by, authority_id=authority_id) as entry:
        about(entry, _saved(made), kind=kind)
        help_asked.send(HelpPost, post=made, actor=by)
    return made


def answer(*, post_id: int, authority_id: int, text: str, by: Actor) -> HelpAnswer:
    """An answer of the authority to an open post.

    Raises `DomainError`: "not-found", "not-allowed", "wrong-state" when it is closed, "invalid".
    """
    by.require(Right.CONTRIBUTE, authority_id)
    asked = readable_post(by, post_id)
    if asked.closed_at is not None:
        raise DomainError("wrong-state", _("The post is closed."))
    made = HelpAnswer(
        post=asked, authority_id=authority_id, text=text.strip(), author_id=by.user_id
    )
    with audited("catalogue.answer_help", by=by, authority_id=authority_id) as entry:
        about(entry, asked, answer=_saved(made).pk)
        help_answered.send(HelpAnswer, answer=made, actor=by)
    return made


def close(*, post_id: int, by: Actor) -> HelpPost:
    """The post, closed. Raises `DomainError`: "not-found", "not-allowed", "already-done"."""
    with transaction.atomic():
        asked = readable_post(by, post_id)
        if not may_close(by, asked):
            raise DomainError("not-allowed", _("Only those who wrote the post may close it."))
        if asked.closed_at is not None:
            raise DomainError("already-done", _("The post is closed already."))
        with audited("catalogue.close_help", by=by, authority_id=asked.authority_id) as entry:
            about(entry, asked)
            asked.closed_at = timezone.now()
            asked.save(update_fields=["closed_at"])
    return asked


def _saved(row: Row) -> Row:
    try:
        row.clean_fields(exclude=["author", "closed_at"])
    except ValidationError as fault:
        message = "; ".join(fault.messages)
        raise DomainError("invalid", message, fields=sorted(fault.message_dict)) from fault
    row.save()
    return row
