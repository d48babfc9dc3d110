"""`gevinst einvoice check`: what the official format rules say of e-invoices, many at a time."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gevinst.cli.einvoice_second_opinion import compared, option, second_opinion
from gevinst.cli.language import spoken

if TYPE_CHECKING:
    from gevinst.cli.einvoice_report import Report
    from gevinst.engines.conformance.second_opinion import SecondOpinion
    from gevinst.engines.einvoice import Refusal

PROFILES = ("peppol-bis-3", "oioubl-2", "oioubl-3", "en16931")
# Documents judged at once: enough to share the work, few enough to show that it goes on.
MOST, MOST_BYTES = 500, 16_000_000


@click.command()
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option(
    "--profile", type=click.Choice(PROFILES), help="For documents that do not name their own."
)
@option
@click.option("--json", "as_json", is_flag=True, help="One JSON object a document, one a line.")
def check(
    paths: tuple[str, ...], profile: str | None, official: tuple[Path, ...], *, as_json: bool
) -> None:
    """Judge files, folders (every *.xml in them) or standard input (-) by the official rules.

    EN 16931, Peppol BIS 3 with the national rules, OIOUBL 2 and OIOUBL 3, with their own rule ids.
    Exit status: 0 nothing fatal, 1 a fatal finding, 2 a path could not be opened.
    """
    from gevinst.cli.einvoice import documents
    from gevinst.cli.einvoice_report import Report

    second = second_opinion(official)
    report = Report(as_json=as_json)
    _judge_all(list(documents(paths)), profile, report, second)
    report.end()
    sys.exit(report.status)


def _judge_all(
    paths: list[str], profile: str | None, report: Report, second: SecondOpinion | None
) -> None:
    from gevinst.cli.progress import progress
    from gevinst.engines.conformance.judge import judge

    label = spoken("Kontrollerer", "Checking")
    done = 0
    with progress(label) if len(paths) > MOST else nullcontext(_silent) as show:
        for batch in _batches(paths, report):
            contents = [content for _, content in batch]
            for (path, content), judgement in zip(batch, judge(contents, profile), strict=True):
                report.add(path, judgement, compared(second, content, judgement))
            done += len(batch)
            show(done, len(paths))


def _silent(done: int, total: int) -> None:
    """Short work shows no progress."""


def _batches(paths: list[str], report: Report) -> Iterator[list[tuple[str, bytes | Refusal]]]:
    """The documents that can be opened, some hundreds at a time; the others are reported."""
    batch: list[tuple[str, bytes | Refusal]] = []
    size = 0
    for path in paths:
        try:
            content = _opened(path)
        except OSError as error:
            report.unopened(path, error)
            continue
        batch.append((path, content))
        size += len(content) if isinstance(content, bytes) else 0
        if len(batch) >= MOST or size >= MOST_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _opened(path: str) -> bytes | Refusal:
    """The content, never more than may be read. Raises `OSError`."""
    from gevinst.engines.einvoice import Refusal
    from gevinst.engines.einvoice.guard import MAX_BYTES

    if path == "-":
        content = sys.stdin.buffer.read(MAX_BYTES + 1)
    else:
        with Path(path).open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        return Refusal("too-large", detail=f"> {MAX_BYTES // 1024**2} MB")
    return content
