"""Evidence by its own hash: what is stored under a SHA-256 is what has that SHA-256, or it is a fault."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import BinaryIO, Protocol

EVIDENCE = "evidence"


class EvidenceFault(Exception):
    """Evidence is missing, or not what it was: `sha` is what was asked for."""

    def __init__(self, sha: str, what: str) -> None:
        super().__init__(f"evidence {sha} is {what}")
        self.sha, self.what = sha, what


class Archive(Protocol):
    """Keeps bytes under their SHA-256 (hex) and gives them back unchanged; nothing is ever replaced."""

    def put(self, content: bytes) -> str:
        """Keeps the content, once; gives its SHA-256."""

    def get(self, sha: str) -> bytes:
        """What is kept under that SHA-256. Raises `EvidenceFault` where it is missing or changed."""


class MemoryArchive:
    """An archive for as long as the process lives."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def put(self, content: bytes) -> str:
        """Keeps the content."""
        sha = hashlib.sha256(content).hexdigest()
        self._kept[sha] = content
        return sha

    def get(self, sha: str) -> bytes:
        """What is kept. Raises `EvidenceFault`."""
        if sha not in self._kept:
            raise EvidenceFault(sha, "missing")
        return self._kept[sha]


class FolderArchive:
    """An archive of files in `folder`, each named by its SHA-256: whole or not there.

    Documents and registers hold person numbers, so the folder is open to its owner alone.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, content: bytes) -> str:
        """Keeps the content in a file of its own, unless it is there."""
        sha = hashlib.sha256(content).hexdigest()
        file = f"{self._folder}/{sha}"  # as text: a path object takes as long as the file
        if not os.path.exists(file):
            part = f"{self._folder}/.{sha}.{os.getpid()}.part"
            with self._opened(part) as opened:
                opened.write(content)
            os.replace(part, file)
        return sha

    def _opened(self, part: str) -> BinaryIO:
        try:
            return open(part, "wb")
        except FileNotFoundError:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            return open(part, "wb")

    def get(self, sha: str) -> bytes:
        """What the file holds, hashed anew. Raises `EvidenceFault`."""
        if not _is_sha(sha):
            raise EvidenceFault(sha, "missing")
        try:
            content = (self._folder / sha).read_bytes()
        except FileNotFoundError as fault:
            raise EvidenceFault(sha, "missing") from fault
        if hashlib.sha256(content).hexdigest() != sha:
            raise EvidenceFault(sha, "changed")
        return content


def _is_sha(text: str) -> bool:
    """Whether the text can be a SHA-256, so that no other file is opened by its name."""
    return len(text) == 64 and set(text) <= set("0123456789abcdef")  # noqa: PLR2004
