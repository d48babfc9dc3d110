"""The memory that judging takes on DuckDB, from Parquet to Parquet, of ten million lines.

Ten slices of a million invented lines each, with registers of about ten million rows, are written first by
processes of their own. Then `gevinst control judge` runs in one process, and the most memory that it held
(peak resident set) is reported, in all and by the million lines. `--small` takes one slice.
Ends with an error where ten million lines take 2 GB or more.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SLICES, SMALL = 10, 1
LINES = 1_000_000
LIMIT_MB = 2_000
HERE = Path(__file__).resolve().parent
ON = "2026-11-02"


def main() -> None:
    """Writes the tables, judges them, prints the figures."""
    slices = SMALL if "--small" in sys.argv else SLICES
    with tempfile.TemporaryDirectory(prefix="gevinst-memory-") as place:
        folder = Path(place)
        for number in range(slices):
            maker = [sys.executable, str(HERE / "control_parts" / "slices.py")]
            subprocess.run([*maker, place, str(number), str(LINES)], check=True)
        started = time.perf_counter()
        peak, processor = judged(folder)
        seconds = time.perf_counter() - started
    millions = slices * LINES / 1_000_000
    lines = f"{slices * LINES:,} lines in {seconds:.0f} s, {processor:.0f} s of processor"
    figure("control.memory_mb_per_million_lines", round(peak / millions), "MB", lines)
    figure("control.memory_peak_mb", round(peak), "MB", lines)
    if peak >= LIMIT_MB:
        sys.exit(f"{peak:.0f} MB is more than {LIMIT_MB} MB")


def judged(folder: Path) -> tuple[float, float]:
    """The peak memory of the judging process in MB (10^6 bytes), and its processor seconds."""
    command = "from gevinst.cli.main import main; main()"
    places = ["--registers", str(folder / "registers"), "--out", str(folder / "out")]
    child = subprocess.Popen(
        [sys.executable, "-c", command, "control", "judge", str(folder), *places, "--on", ON],
        stdout=subprocess.DEVNULL,
    )
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    assert child.returncode == 0, "judging failed"
    return used.ru_maxrss * 1024 / 1e6, used.ru_utime + used.ru_stime


def figure(name: str, value: float, unit: str, against: str) -> None:
    """One line of JSON."""
    print(json.dumps({"name": name, "value": value, "unit": unit, "against": against}))


if __name__ == "__main__":
    main()
