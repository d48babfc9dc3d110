"""The demo step by step. Each looks first, so that a demo broken off is taken up where it stopped."""

from __future__ import annotations

import shutil
import tomllib
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from gevinst.cli.demo import content
from gevinst.cli.language import spoken
from gevinst.cli.progress import Progress, adding, progress
from gevinst.engines import blockkit
from gevinst.features.accounts import actions as accounts
from gevinst.features.accounts import queries as people
from gevinst.features.benefits import actions as benefits
from gevinst.features.catalogue import actions as catalogue
from gevinst.features.catalogue import queries as processes
from gevinst.features.operations import actions as operations
from gevinst.features.operations import queries as work
from gevinst.shared.actor import SYSTEM
from gevinst.shared.home import home

if TYPE_CHECKING:
    from gevinst.features.accounts.models import Authority
    from gevinst.features.catalogue.models import Process
    from gevinst.features.operations.models import Robot


def ready(*, invoices: int, mr: int, seed: int) -> Robot:
    """The demo's robot, its month received, controlled and proposed for payment."""
    authority = _authority()
    process = _process(authority)
    robot = _robot(authority, process, _month(invoices, mr, seed))
    if not work.runs(SYSTEM).filter(robot=robot, status="completed").exists():
        _receive(robot)
        _run(robot)
    operations.deliver(robot=robot, by=SYSTEM)
    return robot


def _authority() -> Authority:
    if not people.authorities().exists():
        accounts.load_authorities(by=SYSTEM)
    authority = people.authority_by_code(content.AUTHORITY)
    if not people.demo_users():
        accounts.make_demo_users(authority=authority)
    return authority


def _process(authority: Authority) -> Process:
    known = processes.processes(SYSTEM).filter(authority=authority, block_key=content.BLOCK).first()
    if known:
        return known
    manifest = blockkit.block(content.BLOCK).manifest
    process = catalogue.create(
        by=SYSTEM, authority_id=authority.pk, kle=list(manifest.kle), **content.PROCESS
    )
    benefits.set_baseline(
        by=SYSTEM,
        process_id=process.pk,
        valid_from=date(2018, 1, 1),
        manual_minutes=manifest.manual_minutes,
        exception_minutes=manifest.exception_minutes,
        hourly_cost=content.HOURLY_COST,
        evidence="estimated",
        source=f"{manifest.minutes_source.da} {content.HOURLY_SOURCE}",
    )
    return process


def _month(invoices: int, mr: int, seed: int) -> Path:
    """The folder of the sample month: made aside and moved in, so that it is whole or not there."""
    from gevinst.blocks.invoice_control.sample.folder import write_month
    from gevinst.blocks.invoice_control.sample.month import sample_month

    folder = home() / "demo"
    if folder.exists():
        return folder
    draft = folder.with_name("demo.part")
    shutil.rmtree(draft, ignore_errors=True)
    manifest = blockkit.block(content.BLOCK).manifest
    with progress(spoken("Måneden dannes", "Making the month")) as show:
        month = sample_month(manifest, invoices, mr, seed, _last_month(date.today()))  # noqa: DTZ011
        write_month(month, draft, _counting(show, invoices))
    draft.rename(folder)
    return folder


def _last_month(today: date) -> date:
    """The first day of the month before `today`'s."""
    return (today.replace(day=1) - timedelta(days=1)).replace(day=1)


def _robot(authority: Authority, process: Process, month: Path) -> Robot:
    for line in work.robots(SYSTEM):
        if line.robot.process_id == process.pk and line.robot.block_key == content.BLOCK:
            return line.robot
    teams = {team: _unit(authority, team) for team in content.TEAMS}
    units = {queue: teams[team] for team, queues in content.TEAMS.items() for queue in queues}
    return operations.install_robot(
        by=SYSTEM,
        process_id=process.pk,
        authority_id=authority.pk,
        block_key=content.BLOCK,
        name=content.ROBOT,
        registers=str(month / "registers"),
        parameters={"format_check": "1"},
        queue_units=units,
    )


def _unit(authority: Authority, name: str) -> int:
    known = people.units(authority).filter(name=name).first()
    return (known or accounts.add_unit(authority=authority, name=name, by=SYSTEM)).pk


def _receive(robot: Robot) -> None:
    files = sorted((home() / "demo" / "invoices").iterdir())
    with progress(spoken("Regningerne modtages", "Receiving invoices")) as show:
        operations.receive_many(
            robot=robot, documents=_bytes(files), by=SYSTEM, progress=adding(show, len(files))
        )


def _run(robot: Robot) -> None:
    on = tomllib.loads((home() / "demo" / "control.toml").read_text())["on"]
    due = work.due_now(robot, on)
    with progress(spoken("Robotten kontrollerer", "The robot controls")) as show:
        operations.run_robot(robot=robot, on=on, by=SYSTEM, progress=adding(show, due))


def _bytes(files: list[Path]) -> Iterator[tuple[str, bytes]]:
    for file in files:
        yield file.name, file.read_bytes()


def _counting(show: Progress, total: int) -> Callable[[], None]:
    """A progress that is told of one at a time."""
    add = adding(show, total)
    return lambda: add(1)
