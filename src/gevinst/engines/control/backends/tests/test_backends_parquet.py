"""A table as files: which ones, in which order, and what is said of those that do not fit."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet

from gevinst.engines.blockkit import arrays
from gevinst.engines.control.backends import parquet_table
from gevinst.engines.control.backends.slices import quoted, text

COLUMNS = {"key": "str", "amount": "money"}


def table(*keys: str) -> pa.Table:
    return arrays.table(COLUMNS, [{"key": key} for key in keys])


def test_a_folder_is_read_in_the_order_of_the_names(tmp_path: Path) -> None:
    (tmp_path / "line").mkdir()
    parquet.write_table(table("c", "d"), tmp_path / "line" / "b.parquet")
    parquet.write_table(table("a", "b"), tmp_path / "line" / "a.parquet")
    parquet.write_table(table(), tmp_path / "line" / "c.parquet")
    found = parquet_table(tmp_path / "line", COLUMNS)
    assert found is not None
    assert len(found) == 4
    assert [(file.name, first, count) for file, first, count in found.parts()] == [
        ("a.parquet", 0, 2),
        ("b.parquet", 2, 2),
        ("c.parquet", 4, 0),
    ]
    slices = [(first, rows["key"].to_pylist()) for first, rows in found.slices(1)]
    assert slices == [(0, ["a"]), (1, ["b"]), (2, ["c"]), (3, ["d"])]


def test_a_file_goes_before_a_folder(tmp_path: Path) -> None:
    parquet.write_table(table("a"), tmp_path / "line.parquet")
    found = parquet_table(tmp_path / "line", COLUMNS)
    assert found is not None
    assert found.files == (tmp_path / "line.parquet",)


def test_there_may_be_none(tmp_path: Path) -> None:
    assert parquet_table(tmp_path / "line", COLUMNS) is None


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        ({"key": "str"}, "the column amount is missing"),
        (
            {"key": "str", "amount": "decimal"},
            r"amount is decimal128\(15, 6\); expected .*\(15, 2\)",
        ),
    ],
)
def test_what_does_not_fit_is_said(tmp_path: Path, columns: dict[str, str], said: str) -> None:
    parquet.write_table(arrays.table(columns, []), tmp_path / "line.parquet")
    with pytest.raises(ValueError, match=said):
        parquet_table(tmp_path / "line", COLUMNS)


def test_names_and_texts_are_quoted() -> None:
    assert (quoted('a"b'), text("a'b")) == ('"a""b"', "'a''b'")
