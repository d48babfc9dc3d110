"""`gevinst case`: a business case from a file: begun, checked, worked out, told; no database."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gevinst.cli.language import spoken

if TYPE_CHECKING:
    from gevinst.engines.businesscase.model.case import Case

as_file = click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
as_json_option = click.option("--json", "as_json", is_flag=True, help="One JSON object.")
of_reading = click.option(
    "--reading", default="", metavar="NAME", help="One of the case's readings."
)


@click.group()
def command() -> None:
    """Begin, check and work out business cases in files."""


@command.command()
@as_file
@click.option(
    "--from", "source", metavar="ID", help="A published case to begin from; `list` shows them."
)
def new(file: Path, source: str | None) -> None:
    """Write a case to FILE: an example to fill in, or a copy of a published case.

    Exit status: 0 written, 2 FILE exists or there is no such case.
    """
    from gevinst.engines.businesscase.casefile.template import template
    from gevinst.engines.businesscase.cases import shipped

    known = shipped() if source else {}
    if source and source not in known:
        said = spoken("Ingen case", "No case")
        raise click.UsageError(f"{said} {source!r}: {', '.join(known)}")
    if file.exists():
        raise click.UsageError(spoken(f"{file} findes allerede", f"{file} is there already"))
    file.write_text(known[source] if source else template(), "utf-8")
    click.echo(spoken(f"Skrevet: {file}", f"Written: {file}"))


@command.command()
@as_file
@as_json_option
def check(file: Path, *, as_json: bool) -> None:
    """Say what is wrong with the case in FILE and where, and what is doubtful about it.

    Exit status: 0 it can be worked out and has no errors, 1 not, 2 there is no such file.
    """
    from gevinst.cli.case_check import check_json, check_lines
    from gevinst.cli.case_run import checked

    found = checked(_text(file))
    click.echo(_json(check_json(found, file)) if as_json else check_lines(found, file))
    sys.exit(0 if found.sound else 1)


@command.command()
@as_file
@of_reading
@as_json_option
def evaluate(file: Path, reading: str, *, as_json: bool) -> None:
    """Work out the case in FILE: net by year, break-even, return, hours, and how far it may lie.

    Exit status: 0 worked out, 1 the case has faults, 2 there is no such file or reading.
    """
    from gevinst.cli.case_output import evaluate_lines
    from gevinst.engines.businesscase.calculus.analysis import analyse
    from gevinst.engines.businesscase.casefile.results import results_json

    case = _case(file)
    if reading and reading not in case.readings:
        said = spoken("Ingen læsning", "No reading")
        raise click.UsageError(f"{said} {reading!r}: {', '.join(case.readings) or '-'}")
    found = analyse(case, reading)
    click.echo(_json(results_json(found)) if as_json else evaluate_lines(found))


@command.command()
@as_file
@as_json_option
def report(file: Path, *, as_json: bool) -> None:
    """Tell the whole case in FILE: every reading, every published figure with its verdict, every finding.

    Exit status: 0 told, 1 the case has faults, 2 there is no such file.
    """
    from gevinst.cli.case_report import report_json, report_lines
    from gevinst.cli.case_run import told

    found = told(_case(file))
    click.echo(_json(report_json(found)) if as_json else report_lines(found))


@command.command("list")
def listed() -> None:
    """Name the published cases that `new --from` can begin from."""
    from gevinst.engines.businesscase.cases import load, shipped

    for name in shipped():
        case = load(name)
        click.echo(f"{name:<36}{case.title} ({', '.join(case.authorities)})")


@command.command()
@click.argument("checks", metavar="CHECKS", type=click.Path(path_type=Path))
@as_json_option
def verify(checks: Path, *, as_json: bool) -> None:
    """Work out every check of published figures in CHECKS (JSON) and hold it against the verdict given there.

    Exit status: 0 all as given, 1 something differs, 2 CHECKS cannot be read.
    """
    from gevinst.engines.businesscase.figures.acceptance import main

    sys.exit(main([str(checks), *(["--json"] if as_json else [])]))


@command.command()
def schema() -> None:
    """Print the JSON schema of a case file, for an editor that completes and checks while one types."""
    from gevinst.engines.businesscase.casefile.schema import schema as made

    click.echo(_json(made()))


def _text(file: Path) -> str:
    try:
        return file.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as fault:
        raise click.UsageError(f"{file}: {_why(fault)}") from fault


def _why(fault: OSError | UnicodeDecodeError) -> str:
    if isinstance(fault, OSError):
        return fault.strerror or str(fault)
    return spoken("er ikke UTF-8-tekst", "is not UTF-8 text")


def _case(file: Path) -> Case:
    from gevinst.cli.case_check import fault_line
    from gevinst.engines.businesscase.casefile.read import check as checked

    case, faults = checked(_text(file))
    if case is None:
        for fault in faults:
            click.echo(fault_line(fault, file), err=True)
        sys.exit(1)
    return case


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2, default=str)
