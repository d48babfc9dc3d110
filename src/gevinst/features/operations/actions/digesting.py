"""Sends clerks e-mail about the queues of their unit: when something waits, and as often as they want."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import groupby
from smtplib import SMTPException

from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.utils.translation import override

from gevinst.features.accounts.queries import desk_mail_readers
from gevinst.features.operations import digest_text
from gevinst.features.operations.queries.waiting import WaitingQueue, waiting_queues
from gevinst.shared.actor import Actor
from gevinst.shared.audit import audited

log = logging.getLogger(__name__)
MONDAY, SATURDAY = 0, 5
DAY, WEEKEND, WEEK = timedelta(days=1), timedelta(days=3), timedelta(days=7)


@dataclass(slots=True)
class _Reader:
    """A clerk, and where the clerk works: pairs of authority and unit, None for all of its units."""

    email: str
    language: str
    how_often: str
    places: list[tuple[int, int | None]] = field(default_factory=list)

    def works(self, queue: WaitingQueue) -> bool:
        """Whether the queue is one of the clerk's."""
        return any(
            authority == queue.authority_id
            and (unit is None or queue.unit_id is None or unit == queue.unit_id)
            for authority, unit in self.places
        )


def send_digests(*, now: datetime, by: Actor, always: bool = False) -> int:
    """How many e-mails were sent: daily ones on working days, weekly ones on Mondays; `always`: all, any day.

    Nobody gets one about nothing. One that the mail server refuses is logged, and the others are sent.
    """
    wanted = _wanted(now, always)
    if not wanted:
        return 0
    daily, weekly = (waiting_queues(now - span, now.date()) for span in (_since(now), WEEK))
    sent = 0
    with audited("send_digests", by=by) as entry, get_connection() as connection:
        for reader in _readers(wanted):
            mine = [
                q for q in (weekly if reader.how_often == "weekly" else daily) if reader.works(q)
            ]
            if mine:
                sent += _send(_mail(reader, mine), connection)
        entry.facts = {"sent": sent}
    return sent


def _wanted(now: datetime, always: bool) -> set[str]:
    if always or now.weekday() == MONDAY:
        return {"daily", "weekly"}
    return {"daily"} if now.weekday() < SATURDAY else set()


def _since(now: datetime) -> timedelta:
    """Since the last working day."""
    return WEEKEND if now.weekday() == MONDAY else DAY


def _readers(wanted: Iterable[str]) -> Iterable[_Reader]:
    for _user, held in groupby(desk_mail_readers(set(wanted)), lambda row: row.user_id):
        rows = list(held)
        user = rows[0].user
        places = [(row.authority_id, row.unit_id) for row in rows if row.authority_id]
        yield _Reader(user.email, user.language, user.desk_mail, places)


def _mail(reader: _Reader, queues: list[WaitingQueue]) -> EmailMessage:
    with override(reader.language):
        return EmailMessage(
            digest_text.subject(queues), digest_text.body(queues), to=[reader.email]
        )


def _send(mail: EmailMessage, connection: BaseEmailBackend) -> int:
    mail.connection = connection
    try:
        return int(mail.send())
    except SMTPException as fault:
        log.warning("a digest was not sent: %s", type(fault).__name__)
        return 0
