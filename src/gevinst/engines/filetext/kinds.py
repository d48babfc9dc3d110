"""The types of files that are kept, those that never are, and the media type of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePosixPath
from types import MappingProxyType

from gevinst.engines.filetext.refusal import Code


class Family(StrEnum):
    """How a type is read."""

    TEXT = "text"
    XML = "xml"
    PDF = "pdf"
    OFFICE = "office"
    OPEN_DOCUMENT = "open-document"
    IMAGE = "image"
    ARCHIVE = "archive"


@dataclass(frozen=True, slots=True)
class Kind:
    """A type that is kept."""

    media_type: str
    family: Family


_OOXML = "application/vnd.openxmlformats-officedocument"
_ODF = "application/vnd.oasis.opendocument"
_TABLE = {
    Family.TEXT: {
        "txt": "text/plain", "log": "text/plain", "md": "text/markdown", "csv": "text/csv",
        "tsv": "text/tab-separated-values", "json": "application/json", "yaml": "application/yaml",
        "yml": "application/yaml", "sql": "application/sql",
    },
    Family.XML: {"xml": "application/xml", "bpmn": "application/xml", "dmn": "application/xml"},
    Family.PDF: {"pdf": "application/pdf"},
    Family.OFFICE: {
        "docx": f"{_OOXML}.wordprocessingml.document",
        "xlsx": f"{_OOXML}.spreadsheetml.sheet",
        "pptx": f"{_OOXML}.presentationml.presentation",
    },
    Family.OPEN_DOCUMENT: {
        "odt": f"{_ODF}.text", "ods": f"{_ODF}.spreadsheet", "odp": f"{_ODF}.presentation",
        "odg": f"{_ODF}.graphics",
    },
    Family.IMAGE: {
        "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif",
        "webp": "image/webp",
    },
    Family.ARCHIVE: {"zip": "application/zip"},
}  # fmt: skip
KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        ending: Kind(media_type, family)
        for family, members in _TABLE.items()
        for ending, media_type in members.items()
    }
)
ALLOWED = tuple(KINDS)
_NEVER = {
    Code.EXECUTABLE: "exe com dll scr msi msp cpl sys drv ocx bin elf so dylib app dmg pkg deb rpm apk jar"
    " class wasm lnk pif gadget appx msix iso img vhd",
    Code.SCRIPT: "bat cmd ps1 psm1 psd1 vbs vbe js jse mjs cjs ts wsf wsh hta sh bash zsh ksh fish py pyw"
    " pyc pl rb php asp aspx jsp lua tcl applescript scpt reg inf scf url desktop settingcontent-ms ipynb",
    Code.MACROS: "docm dotm xlsm xltm xlam xlsb pptm potm ppsm ppam sldm xll wll vba bas frm",
    Code.MARKUP: "html htm xhtml shtml mht mhtml svg svgz xsl xslt xht swf",
    Code.LEGACY: "doc dot xls xlt ppt pot pps rtf msg",
    Code.ARCHIVE: "7z rar tar gz tgz bz2 xz zst cab ace arj lzh z",
}
NEVER: Mapping[str, Code] = MappingProxyType(
    {ending: code for code, endings in _NEVER.items() for ending in endings.split()}
)


def extension(name: str) -> str:
    """The ending of a file name in lower case, without its dot.

    >>> extension("Vejledning.PDF"), extension("readme")
    ('pdf', '')
    """
    return PurePosixPath(name.strip(" .")).suffix[1:].lower()


def kind_of_name(name: str) -> Kind | None:
    """The type that a name promises; None for one that is not kept.

    >>> kind_of_name("plan.odt").family
    <Family.OPEN_DOCUMENT: 'open-document'>
    """
    return KINDS.get(extension(name))
