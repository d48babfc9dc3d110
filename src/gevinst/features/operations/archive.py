"""The evidence of a robot's decisions: what the room `control` keeps, and the documents as received."""

from __future__ import annotations

import hashlib

from gevinst.engines.decisionlog.archive import EvidenceFault
from gevinst.features.control.actions import DatabaseArchive
from gevinst.features.operations.models import Document


class DecisionArchive(DatabaseArchive):
    """Documents are found where they are kept anyway; everything else is evidence."""

    def get(self, sha: str) -> bytes:
        """What is kept under that SHA-256, hashed anew. Raises `EvidenceFault`."""
        row = Document.objects.filter(pk=sha).only("content").first()
        if row is None:
            return super().get(sha)
        content = bytes(row.content)
        if hashlib.sha256(content).hexdigest() != sha:
            raise EvidenceFault(sha, "changed")
        return content
