"""Has the index made anew by a process of its own, so that no page waits for it."""

from __future__ import annotations

import subprocess
import sys
import threading
import time

from django.conf import settings
from django.db import connection

from gevinst.engines.retrieval.faults import IndexBusy
from gevinst.features.catalogue.indexing import place

# After a failed attempt the next page does not try at once again.
PATIENCE = 60.0
_asked_at: list[float] = []


def rebuild() -> None:
    """Starts `gevinst search rebuild`; nothing where one was started a moment ago, or it is switched off.

    A transaction sees what others do not: nothing is started from within one.
    """
    now = time.monotonic()
    recently = bool(_asked_at) and now - _asked_at[-1] < PATIENCE
    if not settings.CATALOGUE_SEARCH_BY_ITSELF or connection.in_atomic_block or recently:
        return
    _asked_at[:] = [now]
    if _under_way():
        return
    command = [sys.executable, "-m", "gevinst.cli", "search", "rebuild", "--quiet"]
    quiet = subprocess.DEVNULL
    started = subprocess.Popen(command, stdin=quiet, stdout=quiet)  # noqa: S603 - our own program
    # Waited for, so that it does not stay as a dead process.
    threading.Thread(target=started.wait, daemon=True).start()


def _under_way() -> bool:
    try:
        with place.alone():
            return False
    except IndexBusy:
        return True
    except OSError:  # a folder that cannot be written to: nothing would come of it
        return True
