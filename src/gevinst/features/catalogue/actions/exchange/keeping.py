"""The ids that senders know processes by, one sender at a time."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from django.db import connection

from gevinst.features.catalogue.models import Imported, Process


def known_by(source: str, source_id: str) -> Imported | None:
    """What is kept under the id. Waits for, and then holds off, others with the same id until the end.

    Call it inside a transaction.
    """
    with connection.cursor() as cursor:
        key = f"{source}\n{source_id}"
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [key])
    rows = Imported.objects.filter(source=source, source_id=source_id)
    return rows.select_related("process").defer("process__search").first()


def keep(process: Process, source: str, source_id: str, sent: dict[str, Any]) -> None:
    """The process is known by this id from now on; `sent` is what was sent last."""
    Imported.objects.update_or_create(
        source=source,
        source_id=source_id,
        defaults={"process": process, "digest": digest(sent)},
    )


def digest(sent: dict[str, Any]) -> str:
    """SHA-256 of what was sent, whatever the order of its fields."""
    text = json.dumps(sent, sort_keys=True, default=str, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()
