"""`gevinst` itself: quick to start, plain about what is wrong."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from gevinst.cli.main import COMMANDS


def gevinst(*arguments: str, home: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "gevinst.cli", *arguments],
        env={**os.environ, "GEVINST_HOME": str(home), **environment},
        capture_output=True,
        text=True,
        timeout=60,
        stdin=subprocess.DEVNULL,
    )


@pytest.mark.parametrize("name", sorted(set(COMMANDS) - {"manage"}))
def test_every_command_explains_itself(name: str, tmp_path: Path) -> None:
    done = gevinst(name, "--help", home=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "Usage: gevinst" in done.stdout


def test_help_starts_no_database_and_loads_nothing_heavy(tmp_path: Path) -> None:
    heavy = "{'django', 'duckdb', 'ibis', 'pyarrow', 'altair', 'psycopg', 'lxml'}"
    code = f"""
import sys
from gevinst.cli.main import main
try: main(["--help"])
except SystemExit: pass
print(sorted({heavy} & set(sys.modules)), file=sys.stderr)
"""
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "GEVINST_HOME": str(tmp_path / "home")},
        capture_output=True,
        text=True,
    )
    assert done.stderr.strip() == "[]"
    assert not (tmp_path / "home").exists()


@pytest.mark.parametrize("command", ["demo", "serve"])
@pytest.mark.parametrize(("language", "words"), [("da", "optaget"), ("en", "is used by")])
def test_a_busy_port_says_how_to_choose_another(
    command: str, language: str, words: str, tmp_path: Path
) -> None:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        held.listen()
        port = held.getsockname()[1]
        done = gevinst(command, "--port", str(port), home=tmp_path, GEVINST_LANGUAGE=language)
    assert done.returncode == 2
    assert words in done.stderr
    assert f"--port {port + 1}" in done.stderr
    assert not (tmp_path / "postgres").exists()


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("mysql://localhost/gevinst", "postgresql://"),
        ("postgresql://nobody@127.0.0.1:1/none", "DATABASE_URL"),
    ],
)
def test_a_database_that_cannot_be_used_is_said_plainly(
    url: str, says: str, tmp_path: Path
) -> None:
    done = gevinst("demo", "--no-serve", "--processes", "20", home=tmp_path, DATABASE_URL=url)
    assert done.returncode == 2
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_nothing_is_left_serving_when_the_command_is_killed(tmp_path: Path) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, "-m", "gevinst.cli", "serve", "--port", str(port)],
        env={**os.environ, "GEVINST_HOME": str(tmp_path)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        assert wait_until(lambda: listens(port))
    finally:
        server.kill()
        server.wait(10)
    assert wait_until(lambda: not listens(port))
    assert gevinst("reset", "--yes", home=tmp_path).returncode == 0


def listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def wait_until(true: Callable[[], bool], seconds: float = 40) -> bool:
    until = time.monotonic() + seconds
    while not true() and time.monotonic() < until:
        time.sleep(0.2)
    return true()
