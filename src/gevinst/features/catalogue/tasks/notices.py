"""E-mail about notices: the urgent ones when they come, the others at the hour of the setting."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.utils import timezone
from procrastinate.contrib.django import app

from gevinst.features.catalogue.actions.notices.mailing import mail_notices
from gevinst.features.catalogue.models import Pace

MONDAY = 0
# What an hourly look finds this old, a job that was lost should have mailed.
LOST = timedelta(minutes=10)


@app.task(name="catalogue.mail_instant", queueing_lock="catalogue.mail_instant")
def mail_instant() -> None:
    """A minute after something happened: what is to be told at once, one e-mail a person."""
    mail_notices(paces={Pace.INSTANT}, now=timezone.now())


@app.periodic(cron="5 * * * *")
@app.task(queueing_lock="catalogue.mail_digests", pass_context=False)
def mail_digests(timestamp: int) -> None:
    """At the hour of the setting in Danish time: daily digests, on Mondays weekly ones too."""
    now = timezone.now()
    mail_notices(paces={Pace.INSTANT}, now=now, until=now - LOST)
    local = timezone.localtime(now)
    if local.hour != settings.OPERATIONS_DIGEST_HOUR:
        return
    mail_notices(paces={Pace.DAILY}, now=now)
    if local.weekday() == MONDAY:
        mail_notices(paces={Pace.WEEKLY}, now=now)
