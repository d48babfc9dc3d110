"""`gevinst demo`: a region and a municipality, their invoices and robots, from nothing to the pages."""

from __future__ import annotations

import os
from datetime import date

import click

from gevinst.cli.language import say, spoken


@click.command()
@click.option("--serve/--no-serve", default=True, help="Serve the pages when all is ready.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8000, show_default=True, help="Port to listen on.")
@click.option("--invoices", default=2000, show_default=True, help="Invoices in the month.")
@click.option("--mr", default=200, show_default=True, help="How many of them are MR scans.")
@click.option("--processes", default=240, show_default=True, help="Invented ones in the catalogue.")
@click.option("--seed", default=1, show_default=True, help="Another seed gives another month.")
def command(
    *, serve: bool, host: str, port: int, invoices: int, mr: int, processes: int, seed: int
) -> None:
    """Load sample months for a region and a municipality, run their robots, and serve the pages."""
    from gevinst.cli import django, server

    if serve:
        server.ensure_free(host, port)
    os.environ["GEVINST_DEMO"] = "1"
    django.start()
    from gevinst.cli.demo import benefits, catalogue, certificates, reuse, steps, summary
    from gevinst.config.prepare import prepare

    prepare(say)
    robot = steps.ready(invoices=invoices, mr=mr, seed=seed)
    click.echo(summary.of(robot))
    certified = certificates.ready()
    click.echo(summary.of(certified))
    reuse.ready(certified.process)
    benefits.ready(robot, date.today())  # noqa: DTZ011  (the user's own day)
    catalogue.ready(processes)
    if serve:
        click.echo(
            spoken(
                f"\nÅbn http://{host}:{port} (Ctrl+C stopper). Demobrugerne står på siden Log på.",
                f"\nOpen http://{host}:{port} (Ctrl+C stops). The demo users stand on the sign-in page.",
            )
        )
        server.serve(host, port)
