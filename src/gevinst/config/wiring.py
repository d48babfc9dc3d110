"""Connects the rooms: which signal of one reaches which action of another, which panel stands where."""

from __future__ import annotations


def connect() -> None:
    """Called once, when every app is ready."""
