"""Files and archives as documents, within limits that hold while reading.

Source: the zip application note (encryption flag, sizes in the central directory); POSIX ustar.
"""

from __future__ import annotations

import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import IO, BinaryIO

from gevinst.engines.intake.refusal import IntakeRefusal

MEGABYTE = 1024 * 1024
HEAD, USTAR = 512, slice(257, 262)
LOCKED = 0x1
# A text file packs to a hundredth at the very most; small ones may do better without doing harm.
TIGHT, SMALL = 200, MEGABYTE
PIECE = 64 * 1024
DAMAGE = (
    zipfile.BadZipFile,
    tarfile.TarError,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    NotImplementedError,
    OSError,
    ValueError,
)
OTHER_ARCHIVES = (b"7z\xbc\xaf\x27\x1c", b"Rar!", b"\xfd7zXZ\0", b"BZh", b"\x28\xb5\x2f\xfd")
JUNK = ("__MACOSX/", ".DS_Store", "Thumbs.db")
Document = tuple[str, bytes]


@dataclass(frozen=True, slots=True)
class Limits:
    """`file_bytes` of one document, `total_bytes` of all in an archive, `files` how many."""

    file_bytes: int = 32 * MEGABYTE
    total_bytes: int = 400 * MEGABYTE
    files: int = 5000


def is_archive(head: bytes) -> bool:
    """Whether a file that begins so is an archive, of whatever kind.

    >>> is_archive(b"PK\\x03\\x04..."), is_archive(b"<Invoice/>")
    (True, False)
    """
    return bool(_kind(head))


def _kind(head: bytes) -> str:
    if head[:4] in (b"PK\x03\x04", b"PK\x05\x06"):
        return "zip"
    if head[:2] == b"\x1f\x8b" or head[USTAR] == b"ustar":
        return "tar"
    return "other" if head.startswith(OTHER_ARCHIVES) else ""


def unpack(name: str, file: BinaryIO, limits: Limits) -> list[Document]:
    """The documents of the file, named by the last part of their names: one, or all those of an archive.

    Raises: IntakeRefusal; then nothing of the file is to be taken in.
    """
    head = file.read(HEAD)
    file.seek(0)
    kind = _kind(head)
    if kind == "other":
        raise IntakeRefusal("not-supported")
    if not kind:
        return [(name, _bounded(file, limits))]
    try:
        found = list(_checked(_READERS[kind](file, limits), limits))
    except DAMAGE as fault:
        raise IntakeRefusal("damaged") from fault
    if not found:
        raise IntakeRefusal("no-files")
    return found


def _bounded(file: IO[bytes], limits: Limits) -> bytes:
    """The whole of the file, or a refusal where it is longer than a document may be."""
    content = file.read(limits.file_bytes + 1)
    if len(content) > limits.file_bytes:
        raise IntakeRefusal("file-too-large", limit=limits.file_bytes // MEGABYTE)
    return content


def _checked(members: Iterator[Document], limits: Limits) -> Iterator[Document]:
    total = 0
    for count, (name, content) in enumerate(members, 1):
        total += len(content)
        if count > limits.files:
            raise IntakeRefusal("too-many-files", limit=limits.files)
        if total > limits.total_bytes:
            raise IntakeRefusal("archive-too-large", limit=limits.total_bytes // MEGABYTE)
        if is_archive(content[:HEAD]):
            raise IntakeRefusal("nested-archive", name=name)
        yield name, content


def _zip(file: BinaryIO, limits: Limits) -> Iterator[Document]:
    with zipfile.ZipFile(file) as archive:
        for info in archive.infolist():
            if info.is_dir() or _junk(info.filename):
                continue
            if info.flag_bits & LOCKED:
                raise IntakeRefusal("encrypted")
            with archive.open(info) as member:
                content = _loosely(member, max(info.compress_size, 1), limits)
            yield _last(info.filename), content


def _loosely(member: IO[bytes], packed: int, limits: Limits) -> bytes:
    """The member, read piece by piece and given up as soon as it has grown beyond belief."""
    pieces, size = [], 0
    while piece := member.read(PIECE):
        pieces.append(piece)
        size += len(piece)
        if size > SMALL and size > packed * TIGHT:
            raise IntakeRefusal("zip-bomb")
        if size > limits.file_bytes:
            raise IntakeRefusal("file-too-large", limit=limits.file_bytes // MEGABYTE)
    return b"".join(pieces)


def _tar(file: BinaryIO, limits: Limits) -> Iterator[Document]:
    with tarfile.open(fileobj=file, mode="r:*") as archive:
        for info in archive:
            # What is passed over is unpacked as well on the way to the next one.
            if info.offset_data + info.size > 2 * limits.total_bytes + MEGABYTE:
                raise IntakeRefusal("archive-too-large", limit=limits.total_bytes // MEGABYTE)
            # Links and devices are nothing to take in, and are never followed.
            if not info.isreg() or _junk(info.name):
                continue
            member = archive.extractfile(info)
            assert member is not None  # a regular file has content
            yield _last(info.name), _bounded(member, limits)


def _junk(name: str) -> bool:
    return name.startswith(JUNK[0]) or _last(name) in JUNK[1:] or _last(name).startswith("._")


def _last(name: str) -> str:
    """The file's own name, whatever folder the archive says it is in.

    >>> _last("../../a/b.xml"), _last("a\\\\b.xml")
    ('b.xml', 'b.xml')
    """
    return PurePosixPath(name.replace("\\", "/")).name or "-"


_READERS: dict[str, Callable[[BinaryIO, Limits], Iterator[Document]]] = {"zip": _zip, "tar": _tar}
