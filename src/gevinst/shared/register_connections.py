"""The databases that registers may be asked of: their addresses stand in the environment only."""

from __future__ import annotations

import os

PREFIX = "REGISTER_DSN_"


def register_connections() -> dict[str, str]:
    """Name -> address of each `REGISTER_DSN_…` that is set; a `registers.yaml` names it by that name."""
    return {name: value for name, value in os.environ.items() if name.startswith(PREFIX)}
