"""The files of a rule book: from a folder or a mapping, and as one deterministic form of bytes.

A decision log keeps the bytes by their SHA-256 and loads the very same rules again.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

Files = Mapping[str, str]
Source = Path | Files


def rule_files(source: Source) -> dict[str, str]:
    """File name -> YAML text, in order of the names; of a folder its `*.yaml`.

    Line ends are those of Unix, however the folder was checked out.
    """
    if isinstance(source, Path):
        found = {file.name: file.read_text(encoding="utf-8") for file in source.glob("*.yaml")}
    else:
        found = {name: text.replace("\r\n", "\n") for name, text in source.items()}
    return dict(sorted(found.items()))


def pack(source: Source) -> bytes:
    """The rule book as bytes: the same for the same names and texts.

    >>> pack({"b.yaml": "rules: []", "a.yaml": ""})
    b'{"a.yaml": "", "b.yaml": "rules: []"}'
    """
    return json.dumps(rule_files(source), ensure_ascii=False).encode()


def unpack(packed: bytes) -> Files:
    """What `pack` packed. Raises ValueError for bytes that it did not make."""
    files = json.loads(packed)
    if not isinstance(files, dict) or pack(files) != packed:
        raise ValueError("expected a packed rule book")
    return files


def digest(source: Source) -> str:
    """The SHA-256 of the packed rule book: 64 hexadecimal digits."""
    return hashlib.sha256(pack(source)).hexdigest()
