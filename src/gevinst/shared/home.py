"""Where Gevinst keeps its data: `GEVINST_HOME`, or the user's data folder."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from platformdirs import user_data_path

# All that Gevinst makes in its home; `empty` removes these and nothing else.
CONTENTS = (
    "postgres",
    "postgres.lock",
    "postgres.handles",
    "static",
    "secret-key",
    "demo",
    "demo.part",
    "exports",
    "search",
)


def home() -> Path:
    """The data folder; made when it is not there."""
    stated = os.environ.get("GEVINST_HOME")
    folder = Path(stated).expanduser() if stated else user_data_path("gevinst")
    folder.mkdir(parents=True, exist_ok=True)
    return folder.resolve()


def empty() -> list[str]:
    """Remove what Gevinst made; the names of what else stands there and was left alone."""
    folder = home()
    aside = [path.name for path in folder.glob("postgres.broken-*")]
    for name in (*CONTENTS, *aside):
        entry = folder / name
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry)
        else:
            entry.unlink(missing_ok=True)
    return sorted(entry.name for entry in folder.iterdir())
