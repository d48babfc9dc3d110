"""Where Gevinst keeps its data: `GEVINST_HOME`, or the user's data folder."""

from __future__ import annotations

import os
from pathlib import Path

from platformdirs import user_data_path


def home() -> Path:
    """The data folder; made when it is not there."""
    stated = os.environ.get("GEVINST_HOME")
    folder = Path(stated).expanduser() if stated else user_data_path("gevinst")
    folder.mkdir(parents=True, exist_ok=True)
    return folder.resolve()
