"""`gevinst robot digest`: the e-mail about the desk, without waiting for its hour."""

from __future__ import annotations

import click

from gevinst.cli.language import spoken
from gevinst.cli.robot_start import start


@click.command("digest")
@click.option(
    "--now", is_flag=True, help="Send to all who want one, whatever day it is, not only today's."
)
def command(now: bool) -> None:
    """Send the clerks the e-mail about what waits in their queues; the worker does it by itself each day."""
    by = start()
    from django.utils import timezone

    from gevinst.features.operations import actions

    sent = actions.send_digests(now=timezone.localtime(), by=by, always=now)
    click.echo(spoken(f"Sendt: {sent}", f"Sent: {sent}"))
