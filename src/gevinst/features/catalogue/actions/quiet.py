"""Quiet: inside it nobody is told what changes. An import of thousands is told of by its report instead."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_quiet: ContextVar[bool] = ContextVar("catalogue_quiet", default=False)


def is_quiet() -> bool:
    """Whether what happens now is told to nobody."""
    return _quiet.get()


@contextmanager
def quietly() -> Iterator[None]:
    """What happens inside is told to nobody."""
    before = _quiet.set(True)
    try:
        yield
    finally:
        _quiet.reset(before)
