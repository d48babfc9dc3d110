"""Ends a process whose parent was killed, so that no server is left holding the port."""

from __future__ import annotations

import os
import signal
import threading
import time

PARENT = "GEVINST_PARENT"
GRACE_SECONDS = 10


def end_with_parent() -> None:
    """Watch the process that `GEVINST_PARENT` names; nothing where none is named."""
    stated = os.environ.get(PARENT)
    if stated and int(stated) != os.getpid():
        threading.Thread(target=_watch, args=(os.getppid(),), daemon=True).start()


def _watch(pid: int) -> None:
    while os.getppid() == pid:
        time.sleep(0.5)
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(GRACE_SECONDS)
    os._exit(1)
