"""How quickly the catalogue answers with 100,000 processes: the real server, over loopback, one at a time.

The processes stand in 47 authorities, two of which hold 47 %; the search index is made anew, and its time
printed. Each page is asked for in many ways (other words, other filters), by somebody who is signed in.
`catalogue.p95_ms` is the slowest page's 95th percentile. `--small` asks fewer times.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.parse
from itertools import cycle, islice

from catalogue_parts.filling import fill
from catalogue_parts.wording import Wording
from pages import OWNER, Visitor, free_port, gevinst, stop

PROCESSES = 100_000
LIMIT = 100
WORDS = 60  # texts that are asked for


def main(small: bool) -> None:
    """Prints the figures."""
    home = tempfile.mkdtemp(prefix="gevinst-bench-")
    os.environ["GEVINST_HOME"] = home
    os.environ.pop("DATABASE_URL", None)
    try:
        gevinst("demo", "--no-serve", "--processes", "0", "--invoices", "60", "--mr", "6")
        filled()
        began = time.monotonic()
        gevinst("search", "rebuild")
        figure("catalogue.rebuild_seconds", time.monotonic() - began, "s", "300 s")
        measure(40 if small else 300)
    finally:
        stop()
        shutil.rmtree(home, ignore_errors=True)


def filled() -> None:
    """The demo's catalogue with 100,000 processes more."""
    import psycopg

    from gevinst.shared.postgres import embedded_url

    with psycopg.connect(embedded_url(), autocommit=True) as connection:
        owner = connection.execute(
            "SELECT id FROM accounts_user WHERE email = %s", [OWNER]
        ).fetchone()[0]
        fill(connection, PROCESSES, owner)
        connection.execute("VACUUM ANALYZE")


def measure(times: int) -> None:
    """Asks for each page `times` times."""
    port = free_port()
    server = subprocess.Popen(
        [sys.executable, "-m", "gevinst.cli", "demo", "--processes", "0", "--port", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        visitor = Visitor(port, OWNER)
        slowest = [report(visitor, name, asked, times) for name, asked in pages(visitor).items()]
        figure("catalogue.p95_ms", max(slowest), "ms", f"{LIMIT} ms")
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(60)


def pages(visitor: Visitor) -> dict[str, list[str]]:
    """Each page's name and its addresses, asked for in turn."""
    texts = [" ".join(Wording(n).telling(n % 3 + 1)) for n in range(WORDS)]
    searched = [said(q=text) for text in texts]
    found = [one for each in searched[:20] for one in _links(visitor.get(each))][:100]
    listed = _parameters(visitor.get("/katalog/"))
    return {
        "list": ["/katalog/", *(f"/katalog/?side={n}" for n in range(2, 12))],
        "search": searched,
        "facets": [
            said(fase=phase, omraade=domain, effekt=effect)
            for phase in ("idea", "operation", "development", "preanalysis")
            for domain in ("it", "health", "economy", "social", "family")
            for effect in ("measured", "expected")
        ],
        "facets_search": [
            said(q=text.split()[0], fase="operation", kle=f"{n % 80 + 1:02}", parat="E")
            for n, text in enumerate(texts)
        ],
        "sorted": [said(sorter=way) for way in ("effect", "adoption", "title")]
        + [f"/katalog/?{each}" for each in listed[:30]],
        "process": found,
    }


def said(**parameters: str) -> str:
    """An address of the list."""
    return "/katalog/?" + urllib.parse.urlencode(parameters)


def _links(page: str) -> list[str]:
    return re.findall(r'<h2><a href="(/katalog/\d+/)"', page)


def _parameters(page: str) -> list[str]:
    """The choices that the list itself offers."""
    return [each.replace("&amp;", "&") for each in re.findall(r'<li><a href="\?([^"]+)"', page)]


def report(visitor: Visitor, name: str, asked: list[str], times: int) -> float:
    """Prints and gives the page's 95th percentile, in milliseconds; the first answer is not counted."""
    visitor.get(asked[0])
    taken = sorted(visitor.timed(each) for each in islice(cycle(asked), times))
    value = taken[int(len(taken) * 0.95) - 1] * 1000
    figure(f"catalogue.{name}_ms", value, "ms", f"{LIMIT} ms")
    return value


def figure(name: str, value: float, unit: str, against: str) -> None:
    """One figure, one line."""
    told = {"name": name, "value": round(value, 1), "unit": unit, "against": against}
    print(json.dumps(told), flush=True)


if __name__ == "__main__":
    main("--small" in sys.argv)
