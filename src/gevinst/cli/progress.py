"""A progress bar in a terminal, a line now and then anywhere else."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

Progress = Callable[[int, int], None]


@contextmanager
def progress(label: str) -> Iterator[Progress]:
    """Gives a function to be called with (done, total) as the work goes on."""
    if not sys.stderr.isatty():
        click.echo(f"{label} …", err=True)
        yield lambda done, total: None
        return
    bar = click.progressbar(length=1, label=f"{label:<24}", file=sys.stderr, width=30)

    def show(done: int, total: int) -> None:
        bar.length = max(total, 1)
        bar.update(done - bar.pos)

    with bar:
        yield show


def adding(show: Progress, total: int) -> Callable[[int], None]:
    """A progress that is told how many more are done."""
    done = 0

    def add(more: int) -> None:
        nonlocal done
        done += more
        show(done, total)

    return add
