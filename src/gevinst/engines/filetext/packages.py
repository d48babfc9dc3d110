"""Zip files opened within bounds: documents of Office and OpenDocument, and archives.

A member's stated size bounds what is read of it, so the sum of stated sizes bounds the whole.
Source: the zip application note (encryption flag, sizes in the central directory).
"""

from __future__ import annotations

import re
import zipfile
import zlib
from io import BytesIO

from gevinst.engines.filetext.limits import Limits
from gevinst.engines.filetext.refusal import Code, Refusal

LOCKED = 0x1
_HEADER = re.compile(rb"PK\x03\x04(?=.{22}(..)..(.{1,200}))", re.DOTALL)


class Damaged(Exception):
    """The file cannot be read to its end."""


FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    OSError,
    ValueError,
    KeyError,
    RuntimeError,
    Damaged,
)


def opened(content: bytes, limits: Limits) -> zipfile.ZipFile | Refusal | None:
    """The package; a refusal when it would be too large; None when it is damaged."""
    try:
        package = zipfile.ZipFile(BytesIO(content))
        members = package.infolist()
    except FAULTS:
        return None
    if len(members) > limits.members or sum(m.file_size for m in members) > limits.unpacked:
        return Refusal(Code.TOO_LARGE)
    return package


def names(package: zipfile.ZipFile) -> list[str]:
    """The names of the members that are files, with forward slashes."""
    return [m.filename.replace("\\", "/") for m in package.infolist() if not m.is_dir()]


def locked(package: zipfile.ZipFile) -> bool:
    """Whether a member is encrypted."""
    return any(member.flag_bits & LOCKED for member in package.infolist())


def part(package: zipfile.ZipFile, name: str) -> bytes:
    """The bytes of a member. Raises one of `FAULTS`."""
    return package.read(name)


def names_in_rubble(content: bytes) -> list[str]:
    """The names of members that a damaged zip file still shows."""
    found = []
    for match in _HEADER.finditer(content):
        length = int.from_bytes(match[1], "little")
        found.append(match[2][:length].decode("utf-8", "replace"))
    return found
