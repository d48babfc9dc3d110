"""Imports that are too large to wait for, and files that nobody confirmed."""

from __future__ import annotations

from django.utils import timezone
from procrastinate.contrib.django import app

from gevinst.features.catalogue.actions.importing import runs


@app.task(name="catalogue.carry_out_import")
def carry_out_import(run_id: int) -> None:
    """Carries a confirmed import out."""
    runs.perform(run_id=run_id)


@app.periodic(cron="40 3 * * *")
@app.task(queueing_lock="catalogue.forget_files", pass_context=False)
def forget_files(timestamp: int) -> None:
    """Every night: the files of dry runs that nobody confirmed are deleted."""
    runs.forget_files(now=timezone.now())
