"""A full sample month from files to decisions: the real command in a process of its own, start-up included.

Making the month is outside the timing; the decisions are compared with the answer key. `--small` takes
300 invoices. The best of three, each into a folder of its own. As in an installed program, Python's
compiled modules are kept from one start to the next.
"""

from __future__ import annotations

import csv
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SIZES = {False: (2000, 200), True: (300, 30)}
RUNS = 3
GEVINST = [sys.executable, "-m", "gevinst.cli"]


def main() -> None:
    """Makes the month, controls it three times, and prints the figures."""
    invoices, scans = SIZES["--small" in sys.argv]
    with tempfile.TemporaryDirectory() as folder:
        month = Path(folder, "month")
        environment = installed(Path(folder, "modules"))
        sizes = ["--invoices", str(invoices), "--mr", str(scans), "--seed", "1"]
        call(environment, "sample", "month", *sizes, "--out", str(month))
        seconds, cpu = [], []
        for number in range(RUNS):
            out = Path(folder, f"out{number}")
            started, used = time.perf_counter(), cpu_seconds()
            registers = ["--registers", str(month / "registers")]
            call(environment, "control", "run", str(month), *registers, "--out", str(out))
            seconds.append(time.perf_counter() - started)
            cpu.append(cpu_seconds() - used)
        agreed = agreeing(month / "answer_key.csv", out / "decisions.csv")
    figure("sample_month.seconds", round(min(seconds), 3), "s", f"{invoices} invoices, 3 s wanted")
    figure("sample_month.cpu_seconds", round(min(cpu), 3), "s", "of the same runs")
    figure("sample_month.agreement", agreed, "documents", f"answer key of {invoices}")
    assert agreed == invoices


def installed(modules: Path) -> dict[str, str]:
    """The environment, with Python's compiled modules kept in that folder."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPYCACHEPREFIX": str(modules)}


def call(environment: dict[str, str], *arguments: str) -> None:
    """The command of the terminal, in a new process."""
    subprocess.run([*GEVINST, *arguments], check=True, capture_output=True, env=environment)


def cpu_seconds() -> float:
    """What the processes that were called have used."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def agreeing(key: Path, decisions: Path) -> int:
    """How many documents were decided as the key says: verdict, queue, reason and amount."""
    columns = ("verdict", "queue", "reason", "amount")
    given = {Path(row["file"]).name: row for row in rows(decisions)}
    return sum(all(given[row["file"]][name] == row[name] for name in columns) for row in rows(key))


def rows(file: Path) -> list[dict[str, str]]:
    """The rows of a CSV file."""
    with file.open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


def figure(name: str, value: float, unit: str, against: str) -> None:
    """One line of JSON."""
    print(json.dumps({"name": name, "value": value, "unit": unit, "against": against}))


if __name__ == "__main__":
    main()
