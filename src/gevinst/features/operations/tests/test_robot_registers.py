"""A robot's registers come from where its `registers.yaml` says, also from a database."""

import os
from pathlib import Path

import pytest

from gevinst.engines.blockkit import RegisterFault
from gevinst.features.operations.blocks import extracts_of, registers_of
from gevinst.features.operations.models import Robot
from gevinst.shared.postgres import embedded_url

HEADS = {
    "agreements": "supplier,code,rate,valid_from,valid_to,agreement",
    "population": "cpr,region,valid_from,valid_to",
    "activity": "cpr,supplier,code,performed_on,reported_at",
}
NAME = "REGISTER_DSN_ROBOT"
ASKED = f"""\
registers:
  referrals:
    postgresql:
      connection: {NAME}
      query: SELECT '6502701234' AS cpr, 'MR01' AS code, DATE '2026-10-01' AS valid_from
    constants: {{valid_to: , referred_by: Egen læge}}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, head in HEADS.items():
        (tmp_path / f"{name}.csv").write_text(head + "\n", encoding="utf-8")
    (tmp_path / "registers.yaml").write_text(ASKED, encoding="utf-8")
    return tmp_path


@pytest.mark.usefixtures("real_block")
@pytest.mark.parametrize("place", ["", "registers.yaml"])
def test_a_robot_asks_the_database_that_the_environment_names(
    folder: Path, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(NAME, os.environ.get("DATABASE_URL") or embedded_url())
    robot = Robot(block_key="invoice_control", registers=str(folder / place))
    found = registers_of(robot)
    [row] = found["referrals"].table.select(["cpr", "referred_by"]).to_pylist()
    assert row == {"cpr": "6502701234", "referred_by": "Egen læge"}
    assert extracts_of(found)["referrals"]["source"] == NAME


@pytest.mark.usefixtures("real_block")
def test_a_robot_without_the_address_is_told_its_name(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(NAME, raising=False)
    robot = Robot(block_key="invoice_control", registers=str(folder))
    with pytest.raises(RegisterFault, match=NAME):
        registers_of(robot)
