"""`gevinst control`: a block's work on a user's own files, with no database."""

from __future__ import annotations

import gc
import json
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gevinst.cli.control_engine import Place, engine_options
from gevinst.cli.control_judge import judge, tables
from gevinst.cli.control_replay import replay
from gevinst.cli.control_verify import verify
from gevinst.cli.language import spoken
from gevinst.cli.pairs import pairs
from gevinst.cli.progress import progress

if TYPE_CHECKING:
    from gevinst.engines.blockkit.contract import Block, Registers
    from gevinst.engines.blockkit.folder_run import FolderRun, Keep

BLOCK = "invoice_control"
FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.group()
def command() -> None:
    """Control documents in a folder against registers in a folder."""


@command.command()
@click.argument("folder", metavar="DIR", type=FOLDER)
@click.option(
    "--registers",
    required=True,
    type=click.Path(exists=True, path_type=Path),
    help="Folder with one file a register, or a registers.yaml.",
)
@click.option("--out", required=True, type=click.Path(file_okay=False, path_type=Path))
@click.option("--block", "key", metavar="KEY", help=f"Which block; default {BLOCK}.")
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="Control date; default today.")
@click.option("--parameter", "given", multiple=True, metavar="NAME=VALUE")
@click.option("--no-log", is_flag=True, help="Write no decision log and archive no evidence.")
@click.option("--json", "as_json", is_flag=True, help="Print the summary as JSON.")
@engine_options
def run(
    folder: Path,
    registers: Path,
    out: Path,
    on: datetime | None,
    given: tuple[str, ...],
    *,
    key: str | None,
    no_log: bool,
    as_json: bool,
    place: Place,
) -> None:
    """Decide every e-invoice in DIR and write decisions, findings and a payment proposal to OUT.

    DIR holds XML files, or a folder `invoices` of them. A file `control.toml` in DIR may set the block,
    the control date and parameters; the options go before it. A refused document never stops the others.

    OUT also gets `decision-log.jsonl`, to which each run is added, and under `evidence` all that the
    decisions rest on, person numbers too: see `gevinst control replay` and `gevinst control verify`.

    Exit status: 0 the run was completed, 2 the folder, a register or an option cannot be used.
    """
    gc.disable()  # a short life with many small objects that all live to its end
    from gevinst.cli.control_log import Recording, fault_text
    from gevinst.cli.control_output import write_all
    from gevinst.cli.control_summary import lines, summary
    from gevinst.engines.blockkit import BlockNotFound, block
    from gevinst.engines.blockkit.contract import RegisterFault
    from gevinst.engines.blockkit.folder_run import settings
    from gevinst.engines.blockkit.registers import load_registers
    from gevinst.engines.control.backends import EngineFault
    from gevinst.engines.decisionlog.files import LogFault
    from gevinst.shared.register_connections import register_connections

    try:
        robot = place.robot(block(key or settings(folder).block or BLOCK))
        recording = None if no_log else Recording(out)
        loaded = load_registers(registers, robot.manifest, register_connections())
        done = _run(
            robot,
            folder,
            loaded,
            out=out,
            on=on.date() if on else None,
            given=pairs(given),
            keep=recording.keep if recording else lambda content: None,
        )
        figures = summary(robot, done, loaded)
        write_all(robot.manifest, done, figures, out)
        if recording:
            click.echo(recording.added(robot, done, loaded), err=True)
    except (RegisterFault, EngineFault) as fault:
        raise click.UsageError(spoken(fault.message.da, fault.message.en)) from fault
    except LogFault as fault:
        raise click.UsageError(fault_text(fault)) from fault
    except (BlockNotFound, ValueError, OSError) as fault:
        raise click.UsageError(str(fault)) from fault
    click.echo(json.dumps(figures, ensure_ascii=False) if as_json else lines(figures, out))


@command.command()
@click.argument("kind", type=click.Choice(["document", "line"]))
@click.option("--block", "key", default=BLOCK, show_default=True, metavar="KEY")
@click.option("--write", is_flag=True, help="Renew the copy that is kept beside the rules.")
def sql(kind: str, key: str, *, write: bool) -> None:
    """Print the rules about KIND as SQL, which an auditor can run on DuckDB without Gevinst.

    It reads the table `subjects` and one table a register, their rows numbered in `subject` and `row`.
    """
    from gevinst.engines.blockkit import block
    from gevinst.engines.invoicing.block import InvoiceBlock

    robot = block(key)
    if not isinstance(robot, InvoiceBlock):
        raise click.UsageError(
            spoken(f"{key} har ingen regler som SQL.", f"{key} has no rules as SQL.")
        )
    ready = robot.judge.plan(kind, date.today())  # noqa: DTZ011
    text = ready.sql_for("duckdb") if write else ready.sql
    if write:
        (robot.folder / "sql").mkdir(exist_ok=True)
        (robot.folder / "sql" / f"{kind}.sql").write_text(text, encoding="utf-8")
    click.echo(text, nl=False)


command.add_command(replay)
command.add_command(verify)
command.add_command(judge)
command.add_command(tables)


def _run(
    robot: Block,
    folder: Path,
    registers: Registers,
    *,
    out: Path,
    on: date | None,
    given: dict[str, str],
    keep: Keep,
) -> FolderRun:
    from gevinst.engines.blockkit.folder_run import documents, run_folder, settings

    own, files = settings(folder), documents(folder, out)
    root = files[0].parent if len(files) == 1 else folder
    with progress(spoken("Regninger læses", "Reading invoices")) as show:
        return run_folder(
            robot,
            files,
            root,
            registers,
            on=on or own.on or date.today(),  # noqa: DTZ011  (the user's own day)
            parameters={**own.parameters, **given},
            progress=show,
            keep=keep,
        )
