"""Tells the owners of benefits by e-mail that a measurement is due: once a due date, never about nothing."""

from __future__ import annotations

import logging
from datetime import date
from itertools import groupby
from smtplib import SMTPException

from django.core.mail import EmailMessage, get_connection
from django.utils.translation import override

from gevinst.features.benefits import queries, reminder_text
from gevinst.features.benefits.models import Benefit
from gevinst.shared.actor import Actor
from gevinst.shared.audit import audited

log = logging.getLogger(__name__)


def remind(*, today: date, by: Actor) -> int:
    """How many owners were told. One whose e-mail is refused is told the next time.

    An owner hears of each due date once, however long it stays due.
    """
    sent = 0
    with audited("benefits.remind", by=by) as entry, get_connection() as connection:
        waiting = queries.overdue(today).select_for_update(of=("self",), skip_locked=True)
        for _owner, held in groupby(waiting, key=lambda one: one.owner_id):
            theirs = list(held)
            mail = _mail(theirs)
            mail.connection = connection
            try:
                mail.send()
            except SMTPException as fault:
                log.warning("a reminder was not sent: %s", type(fault).__name__)
                continue
            sent += 1
            for one in theirs:
                one.reminded_for = one.next_measurement_on
            Benefit.objects.bulk_update(theirs, ["reminded_for"])
        entry.facts = {"sent": sent}
    return sent


def _mail(theirs: list[Benefit]) -> EmailMessage:
    owner = theirs[0].owner
    assert owner is not None  # those without one are not asked for
    with override(owner.language):
        return EmailMessage(
            reminder_text.subject(theirs), reminder_text.body(theirs), to=[owner.email]
        )
