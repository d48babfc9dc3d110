"""Evidence in the database, by its SHA-256."""

from __future__ import annotations

import hashlib

from gevinst.engines.decisionlog.archive import EvidenceFault
from gevinst.features.control.models import Evidence


class DatabaseArchive:
    """An `engines.decisionlog.archive.Archive` of the rows of `Evidence`."""

    def put(self, content: bytes) -> str:
        """Keeps the content, once; gives its SHA-256."""
        sha = hashlib.sha256(content).hexdigest()
        if not Evidence.objects.filter(pk=sha).exists():
            Evidence.objects.bulk_create(
                [Evidence(sha256=sha, content=content)], ignore_conflicts=True
            )
        return sha

    def get(self, sha: str) -> bytes:
        """What is kept under that SHA-256, hashed anew. Raises `EvidenceFault`."""
        row = Evidence.objects.filter(pk=sha).first()
        if row is None:
            raise EvidenceFault(sha, "missing")
        content = bytes(row.content)
        if hashlib.sha256(content).hexdigest() != sha:
            raise EvidenceFault(sha, "changed")
        return content
