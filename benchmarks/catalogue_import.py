"""How long it takes to import a catalogue of 2,000 processes in 47 authorities, and to import it again.

`import.seconds_2000` is reading OS2autoproces' JSON, planning and carrying out, on an empty database;
`import.again_seconds_2000` is the same file once more, which changes nothing. `--small` takes 200 processes.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import tempfile
import time
from datetime import date

SEED = 1
AUTHORITIES = 47


def main(small: bool) -> None:
    """Prints the figures."""
    home = tempfile.mkdtemp(prefix="gevinst-bench-")
    os.environ.update(GEVINST_HOME=home, DJANGO_SETTINGS_MODULE="gevinst.config.settings")
    os.environ.pop("DATABASE_URL", None)
    try:
        prepare()
        measure(200 if small else 2000)
    finally:
        stop()
        shutil.rmtree(home, ignore_errors=True)


def prepare() -> None:
    """An empty database with its tables and authorities."""
    import django

    django.setup()
    from gevinst.config.prepare import migrate
    from gevinst.features.accounts.actions import load_authorities

    migrate(lambda text: None)
    load_authorities()


def stop() -> None:
    """Stops the database of this process."""
    from gevinst.shared import postgres

    postgres.stop()


def measure(processes: int) -> None:
    """Imports the same file twice, in both of its forms."""
    from gevinst.engines.exchange.sample import Place, as_excel, as_json, sample
    from gevinst.features.accounts.queries import authorities

    places = [Place(one.cvr, one.name) for one in authorities(date(2026, 11, 1)) if one.cvr]
    items = sample(places[:AUTHORITIES], processes, SEED, date(2026, 11, 1))
    shared = sum(item["visibility"] != "PERSONAL" for item in items)
    seconds, counts = imported(as_json(items))
    expect(counts, new=shared, refused=processes - shared)
    figure("import.seconds_2000", seconds, "60 s")
    seconds, counts = imported(as_json(items))
    expect(counts, same=shared, refused=processes - shared)
    figure("import.again_seconds_2000", seconds, "60 s")
    seconds, counts = imported(as_excel(items))
    expect(counts, changed=0, new=0, kept=0)
    figure("import.excel_again_seconds_2000", seconds, "60 s")


def imported(content: bytes) -> tuple[float, dict[str, int]]:
    """Seconds, and how many records had which outcome."""
    from gevinst.features.catalogue.actions.importing import Options, carry_out, plan, read
    from gevinst.shared.actor import SYSTEM

    began = time.perf_counter()
    made = plan(read("os2autoproces", content, Options()), by=SYSTEM)
    done = carry_out(made, by=SYSTEM)
    return time.perf_counter() - began, done.counts()


def expect(counts: dict[str, int], **wanted: int) -> None:
    """Ends the benchmark where something else happened: a figure of it would mean nothing."""
    if {name: counts[name] for name in wanted} != wanted:
        raise SystemExit(f"expected {wanted}, got {counts}")


def figure(name: str, value: float, against: str) -> None:
    """One figure, one line."""
    print(
        json.dumps({"name": name, "value": round(value, 1), "unit": "s", "against": against}),
        flush=True,
    )


if __name__ == "__main__":
    main("--small" in sys.argv)
