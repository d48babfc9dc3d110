"""The real invoice control on a small sample month: from documents to a payment proposal."""

from __future__ import annotations

import csv
import json
import tomllib
from datetime import date
from pathlib import Path
from shutil import copytree

import pytest
from click.testing import CliRunner

from gevinst.features.operations import actions, queries
from gevinst.features.operations.models import Finding, WorkItem
from gevinst.features.operations.states import State
from gevinst.features.operations.tests.factories import RobotFactory, clerk, owner

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def month(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from gevinst.cli.sample import command

    folder = tmp_path_factory.mktemp("month") / "month"
    arguments = ["month", "--invoices", "120", "--mr", "12", "--seed", "3", "--out", str(folder)]
    made = CliRunner().invoke(command, arguments)
    assert made.exit_code == 0, made.output
    return folder


def test_a_month_goes_all_the_way(month: Path, real_block: None) -> None:
    robot = RobotFactory(block_key="invoice_control", registers=str(month / "registers"))
    by = owner(robot)
    files = sorted((month / "invoices").iterdir())
    received = actions.receive_many(
        robot=robot, documents=[(f.name, f.read_bytes()) for f in files], by=by
    )
    on = tomllib.loads((month / "control.toml").read_text())["on"]
    run = actions.run_robot(robot=robot, on=on, by=by)
    assert run.status == "completed", run.message
    assert run.received == len(files) == received.new + received.refused
    assert run.approved + run.referred + run.waiting + run.refused == run.received
    total = sum(row.amount or 0 for row in queries.reconciliation(run))
    assert total == run.received_amount
    proposal = actions.deliver(robot=robot, by=by)
    assert proposal.lines.count() == run.approved
    referred = (
        WorkItem.objects.filter(state=State.REFERRED).select_related("robot", "document").first()
    )
    found = queries.findings(referred)
    assert found[0].outcome in {"fail", "undecided"}
    in_full = str(queries.sections(clerk(robot), referred, found))
    masked = str(queries.sections(by, referred, found))
    assert in_full != masked or "cpr" not in str(found).lower()
    assert actions.recheck(item=referred, by=clerk(robot)).verdict in {"refer", "wait"}
    assert not Finding.objects.filter(message_da="").exists()


def test_evidence_is_shown_with_the_extract_that_was_read_last(
    month: Path, real_block: None, tmp_path: Path
) -> None:
    folder = tmp_path / "registers"
    copytree(month / "registers", folder)
    robot = RobotFactory(block_key="invoice_control", registers=str(folder))
    by = owner(robot)
    files = [(f.name, f.read_bytes()) for f in (month / "invoices").iterdir()]
    actions.receive_many(robot=robot, documents=files, by=by)
    run = actions.run_robot(robot=robot, on=date(2026, 11, 2), by=by)
    item = run.items.filter(state=State.REFERRED).first()
    shown = queries.extracts(queries.judgement(item), ["population", "history"])
    told = json.loads((folder / "extracts.json").read_text())
    assert shown["population"]["source"] == told["population"]["source"]
    assert shown["history"]["source"] == "Gevinst"
    told["population"]["source"] = "Et nyere udtræk"
    (folder / "extracts.json").write_text(json.dumps(told))
    assert actions.recheck(item=item, by=clerk(robot)).run is None
    again = queries.extracts(queries.judgement(item), ["population", "history"])
    assert again["population"]["source"] == "Et nyere udtræk"
    assert again["population"]["rows"] == shown["population"]["rows"]


def test_the_answers_are_those_of_the_key(month: Path, real_block: None) -> None:
    robot = RobotFactory(block_key="invoice_control", registers=str(month / "registers"))
    by = owner(robot)
    files = sorted((month / "invoices").iterdir())
    actions.receive_many(robot=robot, documents=[(f.name, f.read_bytes()) for f in files], by=by)
    on = tomllib.loads((month / "control.toml").read_text())["on"]
    actions.run_robot(robot=robot, on=on, by=by)
    key = {
        row["file"]: row
        for row in csv.DictReader((month / "answer_key.csv").open(encoding="utf-8"))
    }
    stands = {
        item.document.name: item.state
        for item in WorkItem.objects.filter(robot=robot).select_related("document")
    }
    expected = {
        "approve": State.APPROVED,
        "refer": State.REFERRED,
        "wait": State.WAITING,
        "refused": State.REFUSED,
    }
    assert {name: expected[row["verdict"]] for name, row in key.items()} == stands
