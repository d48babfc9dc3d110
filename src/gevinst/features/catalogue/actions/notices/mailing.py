"""Mails notices: one e-mail a person of what is new, marked as mailed in the transaction that sends it.

A worker that dies before the transaction ends has marked nothing: the next one sends. Two workers never send
the same, because the rows are held. The Message-ID is that of the notices, so that a server that was given
the same e-mail twice can tell.
"""

from __future__ import annotations

import logging
from collections.abc import Collection
from datetime import datetime
from smtplib import SMTPException

from django.core.mail import get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import override

from gevinst.features.accounts.queries import actor_of
from gevinst.features.catalogue.models import Notice
from gevinst.features.catalogue.notices.mail_text import message
from gevinst.features.catalogue.notices.wording import Said, say
from gevinst.features.catalogue.queries.people.sight import sight
from gevinst.features.catalogue.queries.people.waiting import waiting

log = logging.getLogger(__name__)


def mail_notices(*, paces: Collection[str], now: datetime, until: datetime | None = None) -> int:
    """How many e-mails were sent about what waits at one of `paces`; `until`: what happened before that.

    One that the mail server refuses is logged and tried again the next time; nothing older than a month is.
    """
    wanted = waiting(paces, now, until)
    people = sorted(set(wanted.values_list("user_id", flat=True)))
    if not people:
        return 0
    with get_connection() as connection:
        return sum(_mail_one(wanted.filter(user=one), now, connection) for one in people)


def _mail_one(theirs: QuerySet[Notice], now: datetime, connection: BaseEmailBackend) -> int:
    try:
        with transaction.atomic():
            return _held(theirs, now, connection)
    except (SMTPException, OSError) as fault:
        log.warning("notices were not mailed: %s", type(fault).__name__)
        return 0


def _held(theirs: QuerySet[Notice], now: datetime, connection: BaseEmailBackend) -> int:
    rows = theirs.select_for_update(of=("self",), skip_locked=True).select_related("user")
    held = list(rows.order_by("at", "pk"))
    if not held:
        return 0
    Notice.objects.filter(pk__in=[one.pk for one in held]).update(mailed_at=now)
    user = held[0].user
    with override(user.language):
        told = _told(held)
        if not told:
            return 0
        mail = message(told, to=user.email, about=[one.pk for one in held])
    mail.connection = connection
    return int(mail.send())


def _told(held: list[Notice]) -> list[Said]:
    """In words, what may still be read and still says something."""
    seen = sight(actor_of(held[0].user), held)
    said = [
        say(one, internal=one.process_id in seen.internal, readable=seen.open)
        for one in held
        if seen.sees(one)
    ]
    return [one for one in said if one is not None]
