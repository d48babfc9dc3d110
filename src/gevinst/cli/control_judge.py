"""`gevinst control tables` and `judge`: more invoices than fit in memory, as Parquet in and out."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gevinst.cli.control_engine import Place, engine_options, with_rules
from gevinst.cli.language import spoken
from gevinst.cli.pairs import pairs
from gevinst.cli.progress import adding, progress

if TYPE_CHECKING:
    from gevinst.engines.invoicing.block import InvoiceBlock
    from gevinst.engines.invoicing.volume import SubjectFiles

BLOCK = "invoice_control"
FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
REGISTERS = click.option(
    "--registers",
    required=True,
    type=click.Path(exists=True, path_type=Path),
    help="Folder with one file a register, or a registers.yaml.",
)
OUT = click.option("--out", required=True, type=click.Path(file_okay=False, path_type=Path))
KEY = click.option("--block", "key", default=BLOCK, show_default=True, metavar="KEY")
ON = click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="Control date; default today.")
GIVEN = click.option("--parameter", "given", multiple=True, metavar="NAME=VALUE")
AS_JSON = click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
BATCH = 2_000


@click.command()
@click.argument("folder", metavar="DIR", type=FOLDER)
@REGISTERS
@OUT
@KEY
@ON
@GIVEN
@AS_JSON
@engine_options
def judge(
    folder: Path,
    registers: Path,
    out: Path,
    *,
    key: str,
    on: datetime | None,
    given: tuple[str, ...],
    as_json: bool,
    place: Place,
) -> None:
    """Run the rules on the Parquet tables `document` and `line` in DIR and write their answers to OUT.

    Each is a file `document.parquet`, or a folder `document` of files in the order of their names, with the
    columns that the rules name (`gevinst control tables` makes them). Registers that are Parquet with the
    declared types are read where they lie. Memory stays bounded, whatever the number of lines.

    OUT gets the folders `document` and `line`: the keys of each subject, the case and the outcome of each
    rule, and the row of each piece of evidence. No value of a register stands there.

    Exit status: 0 all subjects were judged, 2 a table, a register or an option cannot be used.
    """
    from gevinst.engines.invoicing.volume import judge_files
    from gevinst.shared.register_connections import register_connections

    with _said():
        robot = _robot(key)
        done = judge_files(
            robot,
            folder,
            registers,
            engine=place.opened(),
            on=_day(on),
            parameters=pairs(given),
            out=out,
            connections=register_connections(),
        )
    figures = {**done.subjects, "stale": list(done.stale), "engine": place.engine}
    click.echo(json.dumps(figures) if as_json else _told(done.subjects, done.stale, out))


@click.command()
@click.argument("folder", metavar="DIR", type=FOLDER)
@REGISTERS
@OUT
@KEY
@ON
@GIVEN
def tables(
    folder: Path,
    registers: Path,
    out: Path,
    *,
    key: str,
    on: datetime | None,
    given: tuple[str, ...],
) -> None:
    """Read every e-invoice in DIR into the Parquet tables that `gevinst control judge` runs on.

    The invoices are taken in the order of their names, a few thousand at a time. What cannot be read is
    listed in `refused.jsonl`. OUT holds person numbers: keep it as you keep the invoices.

    Exit status: 0 all files were taken, 2 the folder, a register or an option cannot be used.
    """
    from gevinst.engines.blockkit.folder_run import documents
    from gevinst.engines.blockkit.parameters import typed
    from gevinst.engines.blockkit.registers import load_registers
    from gevinst.engines.invoicing.volume import SubjectFiles
    from gevinst.shared.register_connections import register_connections

    with _said():
        robot, files = _robot(key), documents(folder, out)
        loaded = load_registers(registers, robot.manifest, register_connections())
        values = typed(robot.manifest, pairs(given))
        if out.exists() and any(out.iterdir()):
            raise ValueError(spoken(f"{out} er ikke tom", f"{out} is not empty"))
        made = SubjectFiles(robot, loaded, _day(on), values, out)
        refused = _read(robot, files, made, out)
    click.echo(
        spoken(
            f"{made.documents} regninger med {made.lines} linjer skrevet i {out}; {refused} afvist",
            f"{made.documents} invoices with {made.lines} lines written to {out}; {refused} refused",
        )
    )


def _read(robot: InvoiceBlock, files: Sequence[Path], made: SubjectFiles, out: Path) -> int:
    """Adds the invoices batch by batch; how many were refused."""
    out.mkdir(parents=True, exist_ok=True)
    refused = 0
    with (
        progress(spoken("Regninger læses", "Reading invoices")) as show,
        (out / "refused.jsonl").open("w", encoding="utf-8") as listed,
    ):
        add = adding(show, len(files))
        for start in range(0, len(files), BATCH):
            batch = files[start : start + BATCH]
            wrong = made.read((file.name, file.read_bytes()) for file in batch)
            listed.writelines(f"{json.dumps(each, ensure_ascii=False)}\n" for each in wrong)
            refused += len(wrong)
            add(len(batch))
    return refused


def _robot(key: str) -> InvoiceBlock:
    from gevinst.engines.blockkit import block

    return with_rules(block(key))


def _day(on: datetime | None) -> date:
    return on.date() if on else date.today()  # noqa: DTZ011  (the user's own day)


@contextmanager
def _said() -> Iterator[None]:
    """What cannot be used is said in a sentence."""
    from gevinst.engines.blockkit import BlockNotFound
    from gevinst.engines.blockkit.contract import RegisterFault
    from gevinst.engines.control.backends import EngineFault

    try:
        yield
    except (RegisterFault, EngineFault) as fault:
        raise click.UsageError(spoken(fault.message.da, fault.message.en)) from fault
    except (BlockNotFound, ValueError, OSError) as fault:
        raise click.UsageError(str(fault)) from fault


def _told(subjects: Mapping[str, int], stale: Sequence[str], out: Path) -> str:
    documents, lines = subjects["document"], subjects["line"]
    said = spoken(
        f"{documents} regninger og {lines} linjer er kontrolleret; svarene står i {out}",
        f"{documents} invoices and {lines} lines are judged; the answers are in {out}",
    )
    if not stale:
        return said
    late = ", ".join(stale)
    return said + spoken(
        f"\nUafgjort, fordi et register er for gammelt: {late}",
        f"\nUndecided because a register is too old: {late}",
    )
