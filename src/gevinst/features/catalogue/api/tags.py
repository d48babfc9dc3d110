"""ETags of processes: the revision, which `If-Match` asks for, and a digest of what was told."""

from __future__ import annotations

import hashlib
import json
import re
from typing import Any

from django.http import HttpRequest, HttpResponse

from gevinst.features.catalogue.queries.revision import revision

# A proxy that packs an answer makes its tag weak; the revision in it holds all the same.
_TAG = re.compile(r'(?:W/)?"([0-9]{1,18}\.[0-9]{1,18}\.[0-9]{1,18})-[0-9a-f]{16}"')


def tagged(response: HttpResponse, record: dict[str, Any]) -> dict[str, Any]:
    """The record, with its ETag set on the response."""
    text = json.dumps(record, sort_keys=True, default=str)
    digest = hashlib.sha256(text.encode()).hexdigest()[:16]
    response["ETag"] = f'"{revision(record["id"])}-{digest}"'
    return record


def revisions(request: HttpRequest) -> list[str] | None:
    """The revisions that `If-Match` names; None where it is not there, or is `*`."""
    stated = request.headers.get("If-Match")
    if stated is None or stated.strip() == "*":
        return None
    return [match[1] for match in _TAG.finditer(stated)]
