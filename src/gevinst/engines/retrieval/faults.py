"""What can be wrong with an index, each fault by a name of its own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager


class IndexMissing(Exception):
    """There is no index in the folder."""


class IndexBroken(Exception):
    """The index cannot be read, or was made by another schema or another analysis: build it anew."""


class IndexBusy(Exception):
    """Another process is writing to the index at this moment."""


@contextmanager
def broken_when_unreadable() -> Iterator[None]:
    """Turns every fault of the library, its panics too, into `IndexBroken`."""
    try:
        yield
    except (OSError, ValueError, RuntimeError) as fault:
        raise IndexBroken(str(fault)) from fault
    except BaseException as fault:
        # A panic of the library is no Exception, and its class cannot be imported.
        if type(fault).__name__ == "PanicException":
            raise IndexBroken(str(fault)) from fault
        raise
