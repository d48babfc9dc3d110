"""What may hide in a document: macros, controls, and programs packed as objects.

Source: ECMA-376 (parts of a package), [MS-OFFMACRO2] (macro sheets), [MS-OLEDS] 2.3.6 (the packager's
`Ole10Native` stream, which may hold any file), OpenDocument 1.3 part 2 (folders `Basic` and `Scripts`).
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable

from gevinst.engines.filetext.compound import entry_names
from gevinst.engines.filetext.kinds import NEVER, Family, extension, kind_of_name
from gevinst.engines.filetext.limits import Limits
from gevinst.engines.filetext.packages import names, opened, part
from gevinst.engines.filetext.refusal import Code, Refusal
from gevinst.engines.filetext.signatures import COMPOUND

MACRO_ENABLED = b"macroenabled"
_MACROS = re.compile(
    r"(^|/)vba(project|data)[^/]*$|/macrosheets/|/intlmacrosheets/|(^|/)activex/.*\.bin$"
    r"|^(basic|scripts)/.+",
    re.IGNORECASE,
)
_OBJECT = re.compile(r"(^|/)embeddings/|^object[^/]*$", re.IGNORECASE)
_PACKED = "\x01Ole10Native"


def names_macros(found: Iterable[str]) -> bool:
    """Whether a name among the parts is that of a macro or a control.

    >>> names_macros(["word/document.xml", "word/vbaProject.bin"]), names_macros(["content.xml"])
    (True, False)
    """
    return any(_MACROS.search(name) for name in found)


def office_refusal(package: zipfile.ZipFile, limits: Limits, depth: int = 0) -> Refusal | None:
    """Why a document may not be kept; None when nothing hides in it. Raises one of `packages.FAULTS`."""
    listed = names(package)
    if names_macros(listed):
        return Refusal(Code.MACROS)
    types = "[Content_Types].xml"
    if types in listed and MACRO_ENABLED in part(package, types).lower():
        return Refusal(Code.MACROS)
    for name in filter(_OBJECT.search, listed):
        if found := _object_refusal(name, part(package, name), limits, depth):
            return found
    return None


def _object_refusal(name: str, content: bytes, limits: Limits, depth: int) -> Refusal | None:
    """Why an object in a document is not let in."""
    if extension(name) in NEVER and extension(name) != "bin":
        return Refusal(Code.EMBEDDED, name)
    if content.startswith(COMPOUND):
        inside = entry_names(content)
        return Refusal(Code.EMBEDDED, name) if not inside or _PACKED in inside else None
    kind = kind_of_name(name)
    if kind is None or kind.family not in {Family.OFFICE, Family.OPEN_DOCUMENT}:
        return None
    package = opened(content, limits)
    if depth or not isinstance(package, zipfile.ZipFile):
        return Refusal(Code.EMBEDDED, name)
    found = office_refusal(package, limits, depth + 1)
    return Refusal(found.code, name) if found else None
