"""A document that a password locks."""

from __future__ import annotations


class Locked(Exception):
    """Nothing can be read of it."""
