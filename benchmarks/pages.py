"""How quickly the pages answer with 100,000 work items: the real server, over loopback, one at a time.

`pages.p95_ms` is the slowest page's 95th percentile. The installation is a demo in a home of its own, removed
afterwards; its items and decisions are multiplied in the database. `--small` asks fewer times.
"""

from __future__ import annotations

import http.client
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.parse

ITEMS = 100_000
MONTH = 200
CLERK, OWNER = "sagsbehandler@demo.example", "procesejer@demo.example"

DOCUMENTS = """INSERT INTO operations_document (sha256, content, name, received_at)
    SELECT encode(sha256(convert_to(sha256 || n, 'UTF8')), 'hex'), content, name, received_at
    FROM operations_document, generate_series(1, %(copies)s) n"""
WORK_ITEMS = """INSERT INTO operations_workitem ({columns}, document_id, reference)
    SELECT {spread}, encode(sha256(convert_to(document_id || n, 'UTF8')), 'hex'), reference || '-' || n
    FROM operations_workitem, generate_series(1, %(copies)s) n"""
PAIRS = """CREATE TEMP TABLE pair AS SELECT c.id AS copy, o.id AS one
    FROM operations_workitem o JOIN operations_workitem c
    ON c.id > %(last)s AND o.id <= %(last)s
       AND o.reference = regexp_replace(c.reference, '-[0-9]+$', '')"""
DECISIONS = """INSERT INTO operations_decision ({columns}, item_id)
    SELECT {of_d}, pair.copy FROM pair JOIN operations_decision d ON d.item_id = pair.one"""


def main(small: bool) -> None:
    """Prints the figures."""
    home = tempfile.mkdtemp(prefix="gevinst-bench-")
    environment = {**os.environ, "GEVINST_HOME": home}
    environment.pop("DATABASE_URL", None)
    os.environ.update(environment)
    try:
        gevinst("demo", "--no-serve", "--processes", "0", "--invoices", str(MONTH), "--mr", "20")
        multiply()
        measure(20 if small else 200)
    finally:
        stop()
        shutil.rmtree(home, ignore_errors=True)


def stop() -> None:
    """Stops the database, which this process has held since it multiplied the rows."""
    from gevinst.shared import postgres

    postgres.stop()


def gevinst(*arguments: str) -> None:
    """Runs a command to its end; its words go to standard error."""
    command = [sys.executable, "-m", "gevinst.cli", *arguments]
    subprocess.run(command, check=True, stdout=sys.stderr)


def multiply() -> None:
    """Copies items with their documents and decisions until there are `ITEMS`."""
    import psycopg

    from gevinst.shared.postgres import embedded_url

    with psycopg.connect(embedded_url(), autocommit=True) as connection:
        copy_rows(connection)
        connection.execute("VACUUM ANALYZE")


def copy_rows(connection) -> None:  # type: ignore[no-untyped-def]
    """One statement a table; the history's triggers are left out, they belong to changes."""
    connection.execute("SET session_replication_role = replica")
    count, last = connection.execute("SELECT count(*), max(id) FROM operations_workitem").fetchone()
    values = {"copies": ITEMS // count, "last": last}
    items = columns(connection, "operations_workitem", {"id", "document_id", "reference"})
    decisions = columns(connection, "operations_decision", {"id", "item_id"})
    connection.execute(DOCUMENTS, values)
    # A copy came a day earlier than the one before: so many documents do not come on one day.
    spread = [f"{name} - n * interval '1 day'" if "received_at" in name else name for name in items]
    connection.execute(
        WORK_ITEMS.format(columns=", ".join(items), spread=", ".join(spread)), values
    )
    connection.execute(PAIRS, values)
    of_d = ", ".join(f"d.{name}" for name in decisions)
    connection.execute(DECISIONS.format(columns=", ".join(decisions), of_d=of_d))


def columns(connection, table: str, without: set[str]) -> list[str]:  # type: ignore[no-untyped-def]
    """The table's columns, quoted, but for some and for those that the database fills."""
    rows = connection.execute(
        "SELECT column_name FROM information_schema.columns WHERE table_name = %s "
        "AND is_generated = 'NEVER' ORDER BY ordinal_position",
        [table],
    ).fetchall()
    return [f'"{name}"' for (name,) in rows if name not in without]


def measure(times: int) -> None:
    """Asks for each page `times` times."""
    port = free_port()
    server = subprocess.Popen(
        [sys.executable, "-m", "gevinst.cli", "demo", "--processes", "0", "--port", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        visitors = {name: Visitor(port, name) for name in (CLERK, OWNER)}
        slowest = [report(visitors, *page, times) for page in chosen(visitors[CLERK])]
        figure("pages.p95_ms", max(slowest))
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(60)


def chosen(clerk: Visitor) -> list[tuple[str, str, str]]:
    """(name, visitor, address): the lists and the desk, at the fullest queue."""
    desk = clerk.get("/skranke/")
    queues = re.findall(r'href="(/skranke/\d+/[\w-]+/)"', desk)
    queue = next((q for q in queues if "agreements" in q), queues[0])
    item = re.findall(rf'href="({queue}\d+/)', clerk.get(queue))[0]
    robot = re.findall(r'href="(/drift/\d+/)"', clerk.get("/drift/"))[0]
    listed = clerk.get("/drift/leverandoerer/?orden=volume")
    supplier = re.findall(r'href="(/drift/leverandoerer/\d+/\w+/)"', listed)[0]
    return [
        ("front", CLERK, "/"),
        ("desk", CLERK, "/skranke/"),
        ("queue", CLERK, queue),
        ("queue_search", CLERK, queue + "?" + urllib.parse.urlencode({"q": "privathospital"})),
        ("queue_page", CLERK, queue + "?side=40"),
        ("item", CLERK, item),
        ("catalogue", CLERK, "/katalog/"),
        ("benefits", OWNER, "/gevinster/"),
        ("register", OWNER, "/gevinster/register/"),
        ("portfolio", OWNER, "/gevinster/portefoelje/"),
        ("cases", OWNER, "/cases/"),
        ("case", OWNER, "/cases/koebenhavn-iga/"),
        ("operations", OWNER, "/drift/"),
        ("robot", OWNER, robot),
        ("controls", OWNER, f"{robot}styring/"),
        ("reconciliation", OWNER, f"{robot}afstemning/"),
        ("suppliers", OWNER, "/drift/leverandoerer/?periode=alt"),
        ("supplier", OWNER, supplier),
    ]


def report(visitors: dict[str, Visitor], name: str, who: str, address: str, times: int) -> float:
    """Prints and gives the page's 95th percentile, in milliseconds."""
    visitors[who].get(address)
    taken = sorted(visitors[who].timed(address) for _ in range(times))
    value = taken[int(len(taken) * 0.95) - 1] * 1000
    figure(f"pages.{name}.p95_ms", value)
    return value


def figure(name: str, value: float) -> None:
    """One figure, one line."""
    print(
        json.dumps({"name": name, "value": round(value, 1), "unit": "ms", "against": "100 ms"}),
        flush=True,
    )


class Visitor:
    """Somebody who is signed in, over one kept-alive connection."""

    def __init__(self, port: int, email: str) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        self.cookies: dict[str, str] = {}
        until = time.monotonic() + 60
        while True:
            try:
                page = self.get("/konto/login/")
                break
            except OSError:
                self.connection.close()
                if time.monotonic() > until:
                    raise
                time.sleep(0.2)
        password = re.findall(r'name="password" value="([^"]+)"', page)[0]
        token = re.findall(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)[0]
        self.ask(
            "POST",
            "/konto/login/",
            {"login": email, "password": password, "csrfmiddlewaretoken": token},
        )
        if "sessionid" not in self.cookies:
            raise SystemExit(f"{email} could not sign in")

    def ask(self, method: str, address: str, form: dict[str, str] | None = None) -> tuple[int, str]:
        """The status and the text of the answer."""
        headers = {"Cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items())}
        if form is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        body = urllib.parse.urlencode(form) if form is not None else None
        try:
            self.connection.request(method, address, body, headers)
            answer = self.connection.getresponse()
        except http.client.RemoteDisconnected:  # the server closes what has long been idle
            self.connection.request(method, address, body, headers)
            answer = self.connection.getresponse()
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                key, _, kept = value.split(";")[0].partition("=")
                self.cookies[key] = kept
        return answer.status, answer.read().decode()

    def get(self, address: str) -> str:
        """The page; anything but 200 ends the benchmark."""
        status, text = self.ask("GET", address)
        if status != http.HTTPStatus.OK:
            raise SystemExit(f"{address} answered {status}")
        return text

    def timed(self, address: str) -> float:
        """Seconds until the whole page was there."""
        began = time.perf_counter()
        self.get(address)
        return time.perf_counter() - began


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


if __name__ == "__main__":
    main("--small" in sys.argv)
