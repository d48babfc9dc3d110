"""Whether a file may be kept: by its name and by its content, and by both together."""

from __future__ import annotations

import zipfile
from collections.abc import Callable

from gevinst.engines.filetext import packages
from gevinst.engines.filetext.compound import entry_names
from gevinst.engines.filetext.kinds import NEVER, Family, Kind, extension, kind_of_name
from gevinst.engines.filetext.limits import Limits
from gevinst.engines.filetext.pdf_safety import pdf_refusal
from gevinst.engines.filetext.refusal import Code, Refusal
from gevinst.engines.filetext.safety import names_macros, office_refusal
from gevinst.engines.filetext.signatures import COMPOUND, dangerous, is_image, is_pdf, recognised
from gevinst.engines.filetext.texts.plain import decoded

ENCRYPTED = "EncryptedPackage"
JUNK = ("__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini")


def check(name: str, content: bytes, limits: Limits) -> Kind | Refusal:
    """The type of a file that may be kept, or why it may not.

    >>> check("noter.txt", b"Hej", Limits()).media_type
    'text/plain'
    >>> check("noter.txt", b"MZ\\x90\\x00", Limits())
    Refusal(code=<Code.EXECUTABLE: 'executable'>, inside='')
    """
    if not content:
        return Refusal(Code.EMPTY)
    code = NEVER.get(extension(name)) or dangerous(content)
    if code is not None:
        return Refusal(code)
    kind = kind_of_name(name)
    if kind is None:
        return Refusal(Code.UNKNOWN)
    return _CHECKS[kind.family](kind, content, limits) or kind


def _text(kind: Kind, content: bytes, limits: Limits) -> Refusal | None:
    return Refusal(Code.MISMATCH) if decoded(content) is None else None


def _image(kind: Kind, content: bytes, limits: Limits) -> Refusal | None:
    return None if is_image(content, kind.media_type) else Refusal(Code.MISMATCH)


def _pdf(kind: Kind, content: bytes, limits: Limits) -> Refusal | None:
    """One without the mark of a PDF is let in as damaged, unless it plainly is something else."""
    if is_pdf(content):
        return pdf_refusal(content)
    return Refusal(Code.MISMATCH) if recognised(content) else None


def _document(kind: Kind, content: bytes, limits: Limits) -> Refusal | None:
    """Office and OpenDocument. A damaged one is let in when its rubble names no macros."""
    if content.startswith(COMPOUND):
        return None if ENCRYPTED in entry_names(content) else Refusal(Code.LEGACY)
    package = packages.opened(content, limits)
    if isinstance(package, Refusal):
        return package
    if package is None:
        return _damaged(content)
    try:
        return _other_family(kind, package) or office_refusal(package, limits)
    except packages.FAULTS:
        return _damaged(content)


def _damaged(content: bytes) -> Refusal | None:
    if names_macros(packages.names_in_rubble(content)):
        return Refusal(Code.MACROS)
    whole_other = recognised(content) and not content.startswith(b"PK")
    return Refusal(Code.MISMATCH) if whole_other else None


def _other_family(kind: Kind, package: zipfile.ZipFile) -> Refusal | None:
    """A zip file that only calls itself a document could carry anything."""
    listed = packages.names(package)
    sign = "[Content_Types].xml" if kind.family == Family.OFFICE else "META-INF/manifest.xml"
    return None if sign in listed else Refusal(Code.MISMATCH)


def _archive(kind: Kind, content: bytes, limits: Limits) -> Refusal | None:
    package = packages.opened(content, limits)
    if isinstance(package, Refusal):
        return package
    if package is None:
        return Refusal(Code.ARCHIVE)
    if packages.locked(package):
        return Refusal(Code.LOCKED_ARCHIVE)
    for name in packages.names(package):
        if name.startswith(JUNK) or name.endswith(JUNK):
            continue
        if found := _member(package, name, limits):
            return found
    return None


def _member(package: zipfile.ZipFile, name: str, limits: Limits) -> Refusal | None:
    try:
        content = packages.part(package, name)
    except packages.FAULTS:
        return Refusal(Code.ARCHIVE, name)
    kind = kind_of_name(name)
    if kind is not None and kind.family == Family.ARCHIVE:
        return Refusal(Code.NESTED, name)
    found = check(name, content, limits)
    passed = not isinstance(found, Refusal) or found.code == Code.EMPTY
    return None if passed else Refusal(found.code, name)  # type: ignore[union-attr]


_CHECKS: dict[Family, Callable[[Kind, bytes, Limits], Refusal | None]] = {
    Family.TEXT: _text,
    Family.XML: _text,
    Family.PDF: _pdf,
    Family.OFFICE: _document,
    Family.OPEN_DOCUMENT: _document,
    Family.IMAGE: _image,
    Family.ARCHIVE: _archive,
}
