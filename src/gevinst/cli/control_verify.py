"""`gevinst control verify`: whether a decision log and its evidence are as they were written."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from gevinst.cli.language import spoken
from gevinst.cli.robot_start import AUTHORITY

LOG = click.Path(exists=True, file_okay=False, path_type=Path)


@click.command()
@click.option("--log", "folder", type=LOG, default=".", help="Folder of the decision log.")
@click.option(
    "--robot", default="", metavar="KEY", help="The log of this robot instead of a folder's."
)
@AUTHORITY
@click.option(
    "--head", metavar="NUMBER:HASH", help="A head kept elsewhere, which the log must reach."
)
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
def verify(folder: Path, robot: str, authority: str, *, head: str | None, as_json: bool) -> None:
    """Check the hash chain of a decision log, and that all evidence is there and unchanged.

    An entry that was changed, removed, inserted or moved is found. That entries were cut off the end is
    found only with --head, from the summary of a run.

    Exit status: 0 the log is whole, 1 it is not, 2 there is no log.
    """
    from gevinst.cli.control_log import broken_text, opened, read_head, written

    try:
        log, broken = opened(folder, robot, authority, read_head(head) if head else None)
    except ValueError as fault:
        raise click.UsageError(str(fault)) from fault
    if broken:
        wrong = [broken_text(log, broken)]
        found: dict[str, Any] = {"whole": False, "entry": broken.place, "what": broken.what}
    else:
        from gevinst.engines.decisionlog.evidence import faults

        last = log.head()
        missing = [(seq, str(fault)) for seq, fault in faults(log.read(), log.archive)]
        wrong = [f"{log.file}:{seq}: {text}" for seq, text in missing]
        found = {"whole": not missing, "entries": last.seq, "head": written(last)}
        found["evidence"] = [{"entry": seq, "fault": text} for seq, text in missing]
    click.echo(
        json.dumps(found, ensure_ascii=False) if as_json else "\n".join(_lines(found, wrong))
    )
    raise SystemExit(0 if found["whole"] else 1)


def _lines(found: Mapping[str, Any], wrong: list[str]) -> list[str]:
    if wrong:
        return [*wrong, spoken("Loggen er IKKE hel", "The log is NOT whole")]
    return [
        spoken(
            f"Loggen er hel: {found['entries']} poster, og al dokumentation er uændret",
            f"The log is whole: {found['entries']} entries, and all evidence is unchanged",
        ),
        spoken(f"Sidste post: {found['head']}", f"Last entry: {found['head']}"),
    ]
