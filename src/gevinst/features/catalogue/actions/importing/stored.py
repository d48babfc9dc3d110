"""Values of fields as plain JSON, to be kept, compared and hashed; and back again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from gevinst.engines.exchange.processes.fields import FIELDS
from gevinst.features.catalogue.fields import RELATED
from gevinst.features.catalogue.models import Process

PEOPLE = frozenset({"owner", "contact", "reporter"})


def plain(value: Any) -> Any:
    """The value in JSON's own terms; numbers with decimals as text, so that none is lost."""
    if isinstance(value, (date, Decimal)):
        return str(value)
    if isinstance(value, (list, tuple)):
        return [plain(one) for one in value]
    if isinstance(value, dict):
        return {name: plain(one) for name, one in value.items()}
    return value


def typed(facts: dict[str, Any]) -> dict[str, Any]:
    """Plain values as the fields hold them."""
    return {name: _typed(name, value) for name, value in facts.items()}


def _typed(name: str, value: Any) -> Any:
    if name == "legal_clauses":
        return [one | {"verified_on": _day(one["verified_on"])} for one in value]
    kind = FIELDS[name].kind if name in FIELDS else ""
    if kind == "day":
        return _day(value)
    return Decimal(value) if kind in {"amount", "share"} and value is not None else value


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None


def here(process: Process, names: Iterable[str]) -> dict[str, Any]:
    """What the process has in these fields, plain."""
    return {name: plain(_value(process, name)) for name in names}


def _value(process: Process, name: str) -> Any:
    if name == "legal_clauses":
        clauses = sorted(process.legal_clauses.all(), key=lambda one: one.pk)
        return [
            {"text": one.text, "url": one.url, "verified_on": one.verified_on} for one in clauses
        ]
    if name == "co_editors":
        return sorted(one.user_id for one in process.co_editors.all())
    return getattr(process, f"{name}_id" if name in PEOPLE else name)


def default(name: str) -> Any:
    """What a process has in the field when nobody has said anything."""
    if name in RELATED:
        return []
    field = Process._meta.get_field(name)
    return plain(field.get_default())  # type: ignore[union-attr]


def digest(value: Any) -> str:
    """SHA-256 of plain values, whatever the order of their names."""
    text = json.dumps(plain(value), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()
