"""Every night: how much authorities are alike is worked out anew."""

from __future__ import annotations

from procrastinate.contrib.django import app

from gevinst.features.catalogue.actions.resemblance import refresh_resemblances


@app.periodic(cron="50 1 * * *")
@app.task(name="catalogue.refresh_likeness", queueing_lock="catalogue.refresh_likeness")
def refresh_likeness(timestamp: int) -> None:
    """What recommendations are read from."""
    refresh_resemblances()
