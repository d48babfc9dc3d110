"""Brings the facts on authorities into the database."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path
from typing import Any

from gevinst.features.accounts.models import Authority
from gevinst.features.accounts.permissions import require_national
from gevinst.shared.actor import SYSTEM, Actor
from gevinst.shared.audit import about, audited

REFERENCE = Path(__file__).resolve().parent.parent / "reference" / "authorities.csv"


def load_authorities(*, by: Actor = SYSTEM, path: Path = REFERENCE) -> int:
    """How many authorities were new or differed from the file; the second time it is none."""
    require_national(by)
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    with audited("accounts.load_authorities", by=by) as entry:
        held = {authority.code: authority for authority in Authority.objects.all()}
        changed = {row["code"] for row in rows if _set(held, row["code"], _facts(row))}
        for row in rows:
            successor = held[row["successor_code"]].pk if row["successor_code"] else None
            if _set(held, row["code"], {"successor_id": successor}):
                changed.add(row["code"])
        about(entry, Authority(), changed=len(changed))
    return len(changed)


def _facts(row: dict[str, str]) -> dict[str, Any]:
    ends = row["valid_to"]
    return {
        "name": row["name"],
        "kind": row["kind"],
        "cvr": row["cvr"],
        "region_code": row["region_code"],
        "valid_from": date.fromisoformat(row["valid_from"]),
        "valid_to": date.fromisoformat(ends) if ends else None,
    }


def _set(held: dict[str, Authority], code: str, facts: dict[str, Any]) -> bool:
    """Saves what differs, so that the history shows changes and nothing else."""
    authority = held.setdefault(code, Authority(code=code))
    if authority.pk and all(getattr(authority, key) == value for key, value in facts.items()):
        return False
    for key, value in facts.items():
        setattr(authority, key, value)
    authority.save()
    return True
