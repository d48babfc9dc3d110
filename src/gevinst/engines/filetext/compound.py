"""The names in a compound file (OLE2): the container of old Office files, locked new ones, and objects.

Source: [MS-CFB] 2.2 (header), 2.3 (sector chains), 2.6 (directory entries).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from gevinst.engines.filetext.signatures import COMPOUND

ENTRY, NAME_BYTES = 128, 64
_LAST = 0xFFFFFFFA
_SECTORS = 10_000


def entry_names(content: bytes) -> frozenset[str]:
    """The names of all streams and storages; empty for what is no compound file, or a broken one.

    >>> entry_names(b"%PDF-1.7")
    frozenset()
    """
    if not content.startswith(COMPOUND):
        return frozenset()
    try:
        return frozenset(_names(content))
    except (struct.error, IndexError):
        return frozenset()


def _names(content: bytes) -> Iterator[str]:
    (shift,) = struct.unpack_from("<H", content, 30)
    (sector,) = struct.unpack_from("<I", content, 48)
    size = 1 << min(shift, 12)
    table = _table(content, size)
    for _ in range(_SECTORS):
        if sector >= _LAST:
            break
        start = (sector + 1) * size
        for at in range(start, start + size, ENTRY):
            yield from _name(content, at)
        sector = table[sector]


def _table(content: bytes, size: int) -> list[int]:
    """The sector table as far as the header lists it: enough for the directory of any but huge files."""
    table: list[int] = []
    for sector in struct.unpack_from("<109I", content, 76):
        if sector < _LAST:
            table += struct.unpack_from(f"<{size // 4}I", content, (sector + 1) * size)
    return table


def _name(content: bytes, at: int) -> list[str]:
    (length,) = struct.unpack_from("<H", content, at + NAME_BYTES)
    if not 2 <= length <= NAME_BYTES:  # noqa: PLR2004 - a character and its end
        return []
    return [content[at : at + length - 2].decode("utf-16-le", "replace")]
