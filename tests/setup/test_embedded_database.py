"""The embedded database: shared, stopped by the last, whole again after a kill."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

WRITE = """
import os, signal, sys, psycopg
from gevinst.shared.postgres import embedded_url
with psycopg.connect(embedded_url(), autocommit=True) as c:
    c.execute("create table if not exists kept (n int)")
    for n in range(500):
        c.execute("insert into kept values (%s)", [n])
os.kill(os.getpid(), signal.SIGKILL)
"""
COUNT = """
import psycopg
from gevinst.shared.postgres import embedded_url
with psycopg.connect(embedded_url()) as c:
    print(c.execute("select count(*) from kept").fetchone()[0])
"""
HOLD = """
import time
from gevinst.shared.postgres import embedded_url
embedded_url(); print("ready", flush=True); time.sleep(120)
"""


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path
    run("-m", "gevinst.cli", "reset", "--yes", home=tmp_path)


def run(*arguments: str, home: Path, **extra: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "GEVINST_HOME": str(home), **extra}
    if "DATABASE_URL" not in extra:
        environment.pop("DATABASE_URL", None)
    return subprocess.run(
        [sys.executable, *arguments], env=environment, capture_output=True, text=True, timeout=180
    )


def postmaster(home: Path) -> int:
    return int((home / "postgres" / "postmaster.pid").read_text().split()[0])


def ended(pid: int) -> bool:
    try:
        return psutil.Process(pid).status() == psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return True


def test_nothing_is_lost_when_the_process_is_killed(home: Path) -> None:
    assert run("-c", WRITE, home=home).returncode == -signal.SIGKILL
    assert run("-c", COUNT, home=home).stdout.strip() == "500"


def test_nothing_is_lost_when_the_server_is_killed_too(home: Path) -> None:
    run("-c", WRITE, home=home)
    os.kill(postmaster(home), signal.SIGKILL)
    counted = run("-c", COUNT, home=home)
    assert counted.stdout.strip() == "500"
    assert counted.stderr == ""


def test_the_last_process_stops_the_server_though_another_was_killed(home: Path) -> None:
    run("-c", WRITE, home=home)
    server = postmaster(home)
    run("-c", COUNT, home=home)
    until = time.monotonic() + 20
    while not ended(server) and time.monotonic() < until:
        time.sleep(0.1)
    assert ended(server)


def test_a_first_start_that_was_killed_is_begun_anew(home: Path) -> None:
    (home / "postgres").mkdir()
    (home / "postgres" / "PG_VERSION").write_text("18\n")
    assert run("-c", WRITE, home=home).returncode == -signal.SIGKILL
    assert run("-c", COUNT, home=home).stdout.strip() == "500"
    (aside,) = home.glob("postgres.broken-*")
    assert (aside / "PG_VERSION").exists()


def test_a_half_written_list_of_holders_does_no_harm(home: Path) -> None:
    run("-c", WRITE, home=home)
    (home / "postgres" / ".handle_pids.json").write_text("[12, ")
    assert run("-c", COUNT, home=home).stdout.strip() == "500"


def test_reset_refuses_while_another_process_uses_the_data(home: Path) -> None:
    environment = {**os.environ, "GEVINST_HOME": str(home)}
    environment.pop("DATABASE_URL", None)
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD], env=environment, stdout=subprocess.PIPE, text=True
    )
    try:
        assert holder.stdout is not None
        assert holder.stdout.readline().strip() == "ready"
        refused = run("-m", "gevinst.cli", "reset", "--yes", home=home)
        assert refused.returncode == 2
        assert str(holder.pid) in refused.stderr
        assert (home / "postgres").exists()
    finally:
        holder.terminate()
        holder.wait(20)


def test_reset_empties_the_home_and_leaves_what_is_not_ours(home: Path) -> None:
    run("-c", WRITE, home=home)
    (home / "my-own-notes.txt").write_text("kept")
    done = run("-m", "gevinst.cli", "reset", "--yes", home=home)
    assert done.returncode == 0
    assert [entry.name for entry in home.iterdir()] == ["my-own-notes.txt"]
    assert "my-own-notes.txt" in done.stdout


def test_reset_asks_first(home: Path) -> None:
    refused = run("-m", "gevinst.cli", "reset", home=home)
    assert refused.returncode == 2
    assert "--yes" in refused.stderr
