"""A robot of the real invoice control, with registers in a folder."""

from __future__ import annotations

from pathlib import Path

from pyarrow import parquet

from gevinst.blocks.invoice_control.tests.conftest import OTHER_CPR, registers, rows
from gevinst.features.operations.models import Robot
from gevinst.features.operations.tests.factories import RobotFactory


def invoice_robot(folder: Path) -> Robot:
    """A robot whose registers, in `folder`, make the sound invoice right for both persons."""
    both = rows()
    for name in ("population", "referrals", "activity"):
        both[name] += [{**row, "cpr": OTHER_CPR} for row in both[name]]
    for name, each in registers(both).items():
        if name != "history":
            parquet.write_table(each.table, folder / f"{name}.parquet")
    made: Robot = RobotFactory(block_key="invoice_control", registers=str(folder))
    return made
