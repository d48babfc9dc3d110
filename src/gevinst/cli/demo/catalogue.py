"""The demo's invented catalogue, so that search, facets and recommendations have something to work on."""

from __future__ import annotations

from datetime import date
from random import Random

import click

from gevinst.cli.language import spoken
from gevinst.cli.progress import progress
from gevinst.shared.actor import SYSTEM

AUTHORITIES, SEED = 24, 1
DAY = date(2026, 11, 1)
FILE = "demo.json"


def ready(processes: int) -> None:
    """So many invented processes of 24 authorities, taken in as from OS2autoproces; once."""
    from gevinst.features.catalogue.models import Imported

    if processes and not Imported.objects.filter(source="os2autoproces").exists():
        _taken_in(processes)
    _indexed()


def _taken_in(processes: int) -> None:
    from gevinst.cli.sample_catalogue import places
    from gevinst.engines.exchange.sample import as_json, sample
    from gevinst.features.catalogue.actions.importing import Options, runs

    chosen = Random(SEED).sample(places(DAY), AUTHORITIES)  # noqa: S311 - the same each time
    content = as_json(sample(chosen, processes, SEED, DAY))
    with progress(spoken("Demoens katalog hentes ind", "Taking the demo's catalogue in")) as show:
        runs.take(
            kind="os2autoproces",
            content=content,
            filename=FILE,
            options=Options(),
            by=SYSTEM,
            progress=show,
        )


def _indexed() -> None:
    """The search index stands before the pages do."""
    from gevinst.engines.retrieval.faults import IndexBusy
    from gevinst.features.catalogue.indexing import rebuilding

    found = rebuilding.status()
    if found.readable and not found.behind:
        return
    try:
        rebuilding.rebuild()
    except IndexBusy:
        click.echo(spoken("Søgeindekset laves allerede.", "The index is being made."), err=True)
