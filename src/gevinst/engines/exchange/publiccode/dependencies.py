"""What the software needs around it, as lines of text."""

from __future__ import annotations

from typing import Any

from gevinst.engines.exchange.processes.lists import several

GROUPS = {"open": "åben kildekode", "proprietary": "proprietær", "hardware": "udstyr"}


def infrastructure(found: dict[str, Any]) -> str:
    """Platforms and dependencies, a line each.

    >>> print(infrastructure({"platforms": ["linux"], "dependsOn": {"open": [{"name": "Python"}]}}))
    Platforme: linux
    * Python (åben kildekode)
    """
    platforms = ", ".join(str(one) for one in several(found.get("platforms")))
    lines = [f"Platforme: {platforms}"] if platforms else []
    needed = found.get("dependsOn")
    for group, called in GROUPS.items():
        for one in several(needed.get(group) if isinstance(needed, dict) else None):
            if isinstance(one, dict):
                lines.append(f"* {_named(one)} ({called}{_optional(one)})")
    return "\n".join(lines)


def _named(one: dict[str, Any]) -> str:
    name = str(one.get("name") or "?")
    if version := one.get("version"):
        return f"{name} {version}"
    between = (("fra", one.get("versionMin")), ("til", one.get("versionMax")))
    return " ".join([name, *(f"{word} {value}" for word, value in between if value)])


def _optional(one: dict[str, Any]) -> str:
    return ", valgfri" if one.get("optional") is True else ""
