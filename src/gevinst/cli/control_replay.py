"""`gevinst control replay`: past decisions made again from the evidence, and compared byte for byte."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from gevinst.cli.language import spoken
from gevinst.cli.robot_start import AUTHORITY

if TYPE_CHECKING:
    from gevinst.cli.control_robot_log import RobotLog
    from gevinst.engines.decisionlog import Batch, FolderLog, ReplayResult

LOG = click.Path(exists=True, file_okay=False, path_type=Path)
SHOWN = 20


@click.command()
@click.option("--as-of", type=click.DateTime(["%Y-%m-%d"]), help="Control date; default the last.")
@click.option("--log", "folder", type=LOG, default=".", help="Folder of the decision log.")
@click.option(
    "--robot", default="", metavar="KEY", help="The log of this robot instead of a folder's."
)
@AUTHORITY
@click.option("--reference", default="", help="Only the decision about this item.")
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
def replay(
    as_of: datetime | None,
    folder: Path,
    robot: str,
    authority: str,
    *,
    reference: str,
    as_json: bool,
) -> None:
    """Make again the decisions that stood on a date, from the archived documents, registers and rules.

    The log's hash chain is checked first. For each item the last decision with a control date on or before
    DATE is made again and compared with the log, byte for byte.

    Exit status: 0 all came out the same, 1 some did not or the log is broken, 2 there is nothing to replay.
    """
    from gevinst.cli.control_log import broken_text, opened
    from gevinst.engines.decisionlog import standing

    day = as_of.date() if as_of else None
    try:
        log, broken = opened(folder, robot, authority)
    except ValueError as fault:
        raise click.UsageError(str(fault)) from fault
    if broken:
        raise click.ClickException(broken_text(log, broken))
    results = [
        (batch, _replayed(log, batch, decisions))
        for batch, decisions in standing(log.read(), day, reference)
    ]
    if not results:
        raise click.UsageError(_nothing(day, reference))
    found = _figures(day, results)
    click.echo(json.dumps(found, ensure_ascii=False) if as_json else "\n".join(_lines(found)))
    raise SystemExit(0 if found["equal"] == found["decisions"] else 1)


def _replayed(log: FolderLog | RobotLog, batch: Batch, decisions: Any) -> ReplayResult:
    """The result of a batch; one whose evidence is gone comes out with none the same."""
    from gevinst.engines.blockkit import BlockNotFound, block
    from gevinst.engines.blockkit.contract import RegisterFault
    from gevinst.engines.decisionlog import EvidenceFault, ReplayResult
    from gevinst.engines.decisionlog import replay as again

    try:
        return again(batch, decisions, log.archive, block(batch.block))
    except (EvidenceFault, RegisterFault, BlockNotFound, ValueError) as fault:
        return ReplayResult(batch.seq, len(decisions), 0, remarks=(str(fault),))


def _figures(day: date | None, results: list[tuple[Batch, ReplayResult]]) -> dict[str, Any]:
    return {
        "as_of": day.isoformat() if day else None,
        "decisions": sum(result.decisions for _, result in results),
        "equal": sum(result.equal for _, result in results),
        "batches": [_batch(batch, result) for batch, result in results],
    }


def _batch(batch: Batch, result: ReplayResult) -> dict[str, Any]:
    names = ("seq", "reference", "where", "recorded", "replayed")
    return {
        "entry": batch.seq,
        "at": batch.origin.at.isoformat(),
        "on": batch.on.isoformat(),
        "block": batch.block,
        "decisions": result.decisions,
        "equal": result.equal,
        "differing": [{name: getattr(each, name) for name in names} for each in result.differing],
        "remarks": list(result.remarks),
    }


def _lines(found: dict[str, Any]) -> Iterator[str]:
    equal, count, runs = found["equal"], found["decisions"], len(found["batches"])
    yield spoken(
        f"{equal} af {count} afgørelser fra {runs} kørsel(er) er gentaget byte for byte",
        f"{equal} of {count} decisions of {runs} run(s) are reproduced byte for byte",
    )
    for batch in found["batches"]:
        yield from (f"  {batch['on']}: {remark}" for remark in batch["remarks"])
        yield from (_difference(each) for each in batch["differing"][:SHOWN])


def _difference(each: dict[str, Any]) -> str:
    return f"  {each['seq']} {each['reference']} {each['where']}: {each['recorded']} -> {each['replayed']}"


def _nothing(day: date | None, reference: str) -> str:
    about = f" {reference}" if reference else ""
    when = f" {day}" if day else ""
    return spoken(
        f"Loggen har ingen afgørelse{about}, der gjaldt{when}",
        f"The log has no decision{about} that stood{when}",
    )
