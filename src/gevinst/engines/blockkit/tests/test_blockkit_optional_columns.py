"""Columns that a source may lack: they are there, and unknown."""

from datetime import UTC, datetime
from pathlib import Path

import pyarrow as pa
import pytest

from gevinst.engines.blockkit.contract import (
    Extract,
    Register,
    RegisterFault,
    RegisterSpec,
    Text,
)
from gevinst.engines.blockkit.registers.fitting import conforming
from gevinst.engines.blockkit.registers.shaping import shaped
from gevinst.engines.blockkit.registers.source import Source

SPEC = RegisterSpec(
    "units",
    Text("Enheder", "Units"),
    {"unit": "str", "until": "date"},
    optional=frozenset({"until"}),
)
EXTRACT = Extract("units-1", datetime(2026, 11, 2, tzinfo=UTC), "test", "0" * 64)


def test_a_given_register_may_lack_an_optional_column() -> None:
    given = {"units": Register("units", pa.table({"unit": ["A", "B"]}), EXTRACT)}
    assert conforming(SPEC, given).to_pydict() == {"unit": ["A", "B"], "until": [None, None]}


def test_a_column_that_is_not_optional_must_be_there() -> None:
    given = {"units": Register("units", pa.table({"until": ["2026-01-01"]}), EXTRACT)}
    with pytest.raises(RegisterFault):
        conforming(SPEC, given)


@pytest.mark.parametrize("described", [True, False])
def test_a_source_may_lack_an_optional_column(described: bool) -> None:
    source = Source("units.csv", described=described)
    made = shaped(SPEC, source, pa.table({"unit": ["A"]}))
    assert made.to_pydict() == {"unit": ["A"], "until": [None]}


def test_a_folder_may_lack_an_optional_column(tmp_path: Path) -> None:
    from gevinst.engines.blockkit.manifest import load_manifest
    from gevinst.engines.blockkit.registers import load_registers

    manifest = tmp_path / "manifest.toml"
    manifest.write_text(
        'key="k"\nversion="1"\nowner="o"\nkle=[]\nform=[]\ninputs=[]\n'
        'name={da="a",en="a"}\nsummary={da="a",en="a"}\n'
        'effort={manual_minutes=1,exception_minutes=1,source={da="a",en="a"}}\nqueues={}\nparameters={}\n'
        "[registers.units]\n"
        'title={da="a",en="a"}\ncolumns={unit="str",until="date"}\noptional=["until"]\n'
    )
    (tmp_path / "units.csv").write_text("unit\nA\n")
    loaded = load_registers(tmp_path, load_manifest(manifest))
    assert loaded["units"].table.to_pydict() == {"unit": ["A"], "until": [None]}
