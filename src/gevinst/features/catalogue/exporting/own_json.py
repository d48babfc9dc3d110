"""Processes as JSON of our own: every field under the name that the API has for it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder

SCHEMA = "urn:gevinst:processes:1"


def pieces(records: Iterable[dict[str, Any]], at: datetime, **facts: str) -> Iterator[str]:
    """The pieces of the file as they come; `facts` stand in its head, such as the licence."""
    head = _json({"schema": SCHEMA, "made_at": at, **facts})
    yield f'{head[:-1]},"processes":[\n'
    for number, record in enumerate(records):
        yield (",\n" if number else "") + _json(record)
    yield "\n]}\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), cls=DjangoJSONEncoder)
