"""`gevinst worker`: re-checks, sweeps and other work that no page waits for."""

from __future__ import annotations

import click


@click.command()
@click.option("--concurrency", default=1, show_default=True, help="Tasks done at once.")
def command(concurrency: int) -> None:
    """Do the background work until interrupted."""
    from gevinst.cli import django
    from gevinst.shared.orphans import end_with_parent

    end_with_parent()
    django.start()
    from procrastinate.contrib.django import app
    from procrastinate.contrib.django.django_connector import DjangoConnector

    assert isinstance(app.connector, DjangoConnector)
    with app.replace_connector(app.connector.get_worker_connector()):
        app.run_worker(concurrency=concurrency)
