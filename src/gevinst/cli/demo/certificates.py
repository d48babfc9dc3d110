"""The demo's second process: a municipality's control of medical certificates, built by reuse of the first.

The example of Skanderborg, Syddjurs and Randers (KL, 2019): the block is built of the same pieces as the
control of private hospitals. How many invoices a year there are is not known; the sample is small.
"""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

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

AUTHORITY, BLOCK = "0746", "medical_certificates"
ROBOT = "Kontrol af lægeerklæringer"
TEAM = "Jobcenter: regninger"
INVOICES, SEED = 120, 1
HOURLY_COST = Decimal("390.00")
HOURLY_SOURCE = "Timepris: cirka 390 kr., KL/Deloitte: ti cases (2022), case 6."
PROCESS: dict[str, Any] = {
    "title": "Kontrol af lægeerklæringer",
    "summary": "En robot holder hver regning for en lægeerklæring op mod anmodning, læge og honorar.",
    "description": (
        "Kommunen beder læger om erklæringer til sager og får en regning for hver. Robotten finder "
        "anmodningen, ser, om det er den rette læge og det rette honorar, og betaler hver anmodning én gang."
    ),
    "challenge": "Hver regning skal slås op i sagen, i anmodningen og i listen over honorarer.",
    "solution": (
        "Byggeklodsen »Kontrol af regninger for lægeerklæringer« er bygget af de samme dele som kontrollen "
        "af privathospitalernes regninger. Kun anmodninger, honorarer og moms er nyt."
    ),
    "phase": "operation",
    "visibility": "public",
    "domains": ["health", "economy"],
    "block_key": BLOCK,
    "contact_email": "automatisering@demo.example",
}


def ready() -> Robot:
    """The robot of the second process, its month received and controlled."""
    authority = people.authority_by_code(AUTHORITY)
    process = _process(authority)
    robot = _robot(authority, process, _month())
    if not work.runs(SYSTEM).filter(robot=robot, status="completed").exists():
        _run(robot)
    operations.deliver(robot=robot, by=SYSTEM)
    return robot


def _process(authority: Authority) -> Process:
    known = processes.processes(SYSTEM).filter(authority=authority, block_key=BLOCK).first()
    if known:
        return known
    manifest = blockkit.block(BLOCK).manifest
    process = catalogue.create(
        by=SYSTEM, authority_id=authority.pk, kle=list(manifest.kle), **PROCESS
    )
    benefits.set_baseline(
        by=SYSTEM,
        process_id=process.pk,
        valid_from=date(2018, 1, 1),
        manual_minutes=manifest.manual_minutes,
        exception_minutes=manifest.exception_minutes,
        hourly_cost=HOURLY_COST,
        evidence="estimated",
        source=f"{manifest.minutes_source.da} {HOURLY_SOURCE}",
    )
    return process


def _month() -> Path:
    """The folder of the sample: made aside and moved in, so that it is whole or not there."""
    folder = home() / "demo-certificates"
    if folder.exists():
        return folder
    from gevinst.blocks.medical_certificates.sample.month import sample_month, write_month

    draft = folder.with_name("demo-certificates.part")
    shutil.rmtree(draft, ignore_errors=True)
    last = date.today().replace(day=1) - timedelta(days=1)  # noqa: DTZ011
    manifest = blockkit.block(BLOCK).manifest
    write_month(sample_month(manifest, INVOICES, SEED, last.replace(day=1)), draft)
    draft.rename(folder)
    return folder


def _robot(authority: Authority, process: Process, month: Path) -> Robot:
    for line in work.robots(SYSTEM, process_id=process.pk):
        if line.robot.block_key == BLOCK:
            return line.robot
    return operations.install_robot(
        by=SYSTEM,
        process_id=process.pk,
        authority_id=authority.pk,
        block_key=BLOCK,
        name=ROBOT,
        registers=str(month / "registers"),
        queue_units=dict.fromkeys(blockkit.block(BLOCK).manifest.queues, _team(authority)),
    )


def _team(authority: Authority) -> int:
    """The unit whose clerks work every queue: a small municipality has one."""
    known = people.units(authority).filter(name=TEAM).first()
    return (known or accounts.add_unit(authority=authority, name=TEAM, by=SYSTEM)).pk


def _run(robot: Robot) -> None:
    from gevinst.engines.blockkit.folder_run import settings

    month = home() / "demo-certificates"
    files = sorted((month / "invoices").iterdir())
    named = ((file.name, file.read_bytes()) for file in files)
    operations.receive_many(robot=robot, documents=named, by=SYSTEM)
    on = settings(month).on
    operations.run_robot(robot=robot, on=on or date.today(), by=SYSTEM)  # noqa: DTZ011
