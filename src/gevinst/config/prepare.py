"""Makes an installation ready: the database at the newest migration, the static files collected."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from gevinst import __version__
from gevinst.engines.blockkit.contract import Text

Say = Callable[[Text], None]


def prepare(say: Say) -> None:
    """Bring database and static files up to date; does nothing where they are."""
    migrate(say)
    collect(say)


def migrate(say: Say) -> None:
    """Apply the migrations that are missing."""
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        say(Text("Databasen gøres klar …", "Getting the database ready …"))
        call_command("migrate", verbosity=0, interactive=False)


def collect(say: Say) -> None:
    """Collect the static files under hashed names, once for each state of the package's files."""
    stamp, wanted = settings.STATIC_ROOT / ".stamp", _fingerprint()
    if stamp.exists() and stamp.read_text() == wanted:
        return
    say(Text("Sidernes filer samles …", "Collecting the files of the pages …"))
    storages = dict(settings.STORAGES)
    storages["staticfiles"] = {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}
    settings.STORAGES = storages
    call_command("collectstatic", verbosity=0, interactive=False, clear=True, stdout=io.StringIO())
    stamp.write_text(wanted)


def _fingerprint() -> str:
    """Changes when a file of ours does: version, names, sizes and times."""
    root = Path(settings.PACKAGE) / "shared" / "static"
    facts = [
        f"{path.relative_to(root)} {path.stat().st_size} {path.stat().st_mtime_ns}"
        for path in sorted(root.rglob("*"))
        if path.is_file()
    ]
    return hashlib.sha256("\n".join([__version__, *facts]).encode()).hexdigest()
