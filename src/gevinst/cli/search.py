"""`gevinst search`: the search index of the catalogue, made anew or looked at."""

from __future__ import annotations

import sys
import time

import click

from gevinst.cli.language import spoken
from gevinst.cli.progress import progress


@click.group()
def command() -> None:
    """The search index of the catalogue. It is kept up by itself; these are for when something is wrong."""


@command.command("rebuild")
@click.option("--quiet", is_flag=True, help="Say nothing unless it fails.")
def rebuild(quiet: bool) -> None:
    """Make the index anew beside the old one, which is searched until the new one stands."""
    from gevinst.cli import django

    _end_with_the_server()
    django.start()
    from gevinst.engines.retrieval.faults import IndexBusy
    from gevinst.features.catalogue.indexing import rebuilding

    began = time.monotonic()
    try:
        if quiet:
            rebuilding.rebuild()
            return
        with progress(spoken("Søgeindekset laves", "Making the search index")) as show:
            count = rebuilding.rebuild(show)
    except IndexBusy:
        if not quiet:
            click.echo(spoken("Det laves allerede.", "It is being made already."), err=True)
        sys.exit(1)
    took = round(time.monotonic() - began, 1)
    click.echo(
        spoken(f"{count} processer på {took} sekunder", f"{count} processes in {took} seconds")
    )


def _end_with_the_server() -> None:
    from gevinst.shared.orphans import end_with_parent

    end_with_parent()


@command.command("status")
def status() -> None:
    """How many processes the index holds and how far it is behind; status 1 when it must be made anew."""
    from gevinst.cli import django

    django.start()
    from gevinst.features.catalogue.indexing import rebuilding

    found = rebuilding.status()
    if not found.readable:
        click.echo(
            spoken(
                "Der er ikke noget søgeindeks, der kan læses. Lav det med: gevinst search rebuild",
                "There is no search index that can be read. Make it with: gevinst search rebuild",
            )
        )
        sys.exit(1)
    click.echo(
        spoken(
            f"{found.indexed} af {found.processes} processer er i indekset; {found.behind} er ændret siden",
            f"{found.indexed} of {found.processes} processes are in the index;"
            f" {found.behind} changed since",
        )
    )
