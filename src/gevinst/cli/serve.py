"""`gevinst serve`: the pages, the API and the background work of an installation."""

from __future__ import annotations

import click

from gevinst.cli.language import say


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8000, show_default=True, help="Port to listen on.")
@click.option("--workers", default=1, show_default=True, help="Server processes.")
@click.option("--worker/--no-worker", default=True, help="Do the background work beside the pages.")
def command(host: str, port: int, workers: int, worker: bool) -> None:
    """Serve the pages and the API."""
    from gevinst.cli import django, server

    server.ensure_free(host, port)
    django.start()
    from gevinst.config.prepare import prepare

    prepare(say)
    click.echo(f"Gevinst: http://{host}:{port}")
    server.serve(host, port, workers=workers, background=worker)
