"""What the worker does by the clock, as the system itself."""

from __future__ import annotations

from django.conf import settings
from django.utils import timezone
from procrastinate.contrib.django import app

from gevinst.features.benefits import actions
from gevinst.shared.actor import SYSTEM


@app.periodic(cron="20 * * * *")
@app.task(queueing_lock="benefits.remind_due", pass_context=False)
def remind_due(timestamp: int) -> None:
    """Once a day, in the hour of the setting in Danish time: owners hear which measurements are due."""
    now = timezone.localtime()
    if now.hour == settings.OPERATIONS_DIGEST_HOUR:
        actions.remind(today=now.date(), by=SYSTEM)
