"""`gevinst control`: a block's work on a user's own files, with no database."""

from __future__ import annotations

import gc
import json
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gevinst.cli.language import spoken
from gevinst.cli.progress import progress

if TYPE_CHECKING:
    from gevinst.engines.blockkit.contract import Block, Registers
    from gevinst.engines.blockkit.folder_run import FolderRun

BLOCK = "invoice_control"
FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.group()
def command() -> None:
    """Control documents in a folder against registers in a folder."""


@command.command()
@click.argument("folder", metavar="DIR", type=FOLDER)
@click.option("--registers", required=True, type=FOLDER, help="Folder with one file a register.")
@click.option("--out", required=True, type=click.Path(file_okay=False, path_type=Path))
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="Control date; default today.")
@click.option("--parameter", "given", multiple=True, metavar="NAME=VALUE")
@click.option("--json", "as_json", is_flag=True, help="Print the summary as JSON.")
def run(
    folder: Path,
    registers: Path,
    out: Path,
    on: datetime | None,
    given: tuple[str, ...],
    *,
    as_json: bool,
) -> None:
    """Decide every e-invoice in DIR and write decisions, findings and a payment proposal to OUT.

    DIR holds XML files, or a folder `invoices` of them. A file `control.toml` in DIR may set the control
    date and parameters; the options go before it. A refused document never stops the others.

    Exit status: 0 the run was completed, 2 the folder, a register or an option cannot be used.
    """
    gc.disable()  # a short life with many small objects that all live to its end
    from gevinst.cli.control_output import write_all
    from gevinst.cli.control_summary import lines, summary
    from gevinst.engines.blockkit import block
    from gevinst.engines.blockkit.contract import RegisterFault
    from gevinst.engines.blockkit.registers import load_registers

    robot = block(BLOCK)
    try:
        loaded = load_registers(registers, robot.manifest)
        done = _run(
            robot,
            folder,
            loaded,
            out=out,
            on=on.date() if on else None,
            given=_pairs(given),
        )
        figures = summary(robot, done, loaded)
        write_all(robot.manifest, done, figures, out)
    except RegisterFault as fault:
        raise click.UsageError(spoken(fault.message.da, fault.message.en)) from fault
    except (ValueError, OSError) as fault:
        raise click.UsageError(str(fault)) from fault
    click.echo(json.dumps(figures, ensure_ascii=False) if as_json else lines(figures, out))


@command.command()
@click.argument("kind", type=click.Choice(["document", "line"]))
@click.option("--write", is_flag=True, help="Renew the copy that is kept beside the rules.")
def sql(kind: str, *, write: bool) -> None:
    """Print the rules about KIND as SQL, which an auditor can run on DuckDB without Gevinst.

    It reads the table `subjects` and one table a register, their rows numbered in `subject` and `row`.
    """
    from gevinst.blocks.invoice_control.block import block

    text = block.judge.plan(kind, date.today()).sql  # noqa: DTZ011
    if write:
        (block.folder / "sql" / f"{kind}.sql").write_text(text, encoding="utf-8")
    click.echo(text, nl=False)


def _run(
    robot: Block,
    folder: Path,
    registers: Registers,
    *,
    out: Path,
    on: date | None,
    given: dict[str, str],
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
        )


def _pairs(given: tuple[str, ...]) -> dict[str, str]:
    pairs = [each.partition("=") for each in given]
    for name, sign, _ in pairs:
        if not sign:
            raise ValueError(f"--parameter {name}: expected NAME=VALUE")
    return {name: value for name, _, value in pairs}
