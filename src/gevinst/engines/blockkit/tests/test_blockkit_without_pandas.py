"""Arrow without pandas, in a process of its own, for what is loaded stays loaded."""

from __future__ import annotations

import subprocess
import sys

import pytest

LOADED = "import sys; from gevinst.engines.blockkit import columns; import pyarrow as pa\n"


def said_by(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_registers_are_made_and_read_by_duckdb_without_pandas() -> None:
    code = (
        "import duckdb\n"
        "t = pa.table({'a': pa.array([1, 2], pa.int64())})\n"
        "n = duckdb.sql('select sum(a) as n from t').fetchone()[0]\n"
        "print(n, 'pandas' in sys.modules)"
    )
    assert said_by(LOADED + code) == "3 False"


@pytest.mark.parametrize(
    "wanted",
    ["pa.table({'a': [1, 2]}).to_pandas()", "__import__('pandas').DataFrame({'a': [1, 2]})"],
)
def test_who_wants_a_data_frame_still_gets_one(wanted: str) -> None:
    assert said_by(f"{LOADED}print({wanted}['a'].sum())") == "3"


def test_pandas_is_hidden_from_the_loading_thread_alone() -> None:
    code = (
        "import sys, threading\n"
        "from gevinst.engines.blockkit.without_pandas import _Hidden\n"
        "sys.meta_path.insert(0, _Hidden())\n"
        "try: import pandas; print('seen')\n"
        "except ModuleNotFoundError: print('hidden')\n"
        "other = threading.Thread(target=lambda: print(__import__('pandas').__name__))\n"
        "other.start(); other.join()"
    )
    assert said_by(code).split() == ["hidden", "pandas"]
