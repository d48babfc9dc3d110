"""Documents, workbooks and presentations of Office (OOXML), read part by part.

Source: ECMA-376 part 1 (WordprocessingML, SpreadsheetML, PresentationML).
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator

from gevinst.engines.filetext.packages import names, part
from gevinst.engines.filetext.texts.markup import Spoken, heard

# In the order in which the parts are read; numbers as numbers, so that slide 10 comes after slide 9.
_PARTS = (
    re.compile(r"word/document\d*\.xml"),
    re.compile(r"word/(?:header|footer|footnotes|endnotes|comments)\d*\.xml"),
    re.compile(r"xl/workbook\.xml"),
    re.compile(r"xl/sharedStrings\.xml"),
    re.compile(r"xl/worksheets/sheet\d+\.xml"),
    re.compile(r"xl/comments\d*\.xml|xl/comments/comment\d+\.xml"),
    re.compile(r"xl/drawings/drawing\d+\.xml"),
    re.compile(r"ppt/slides/slide\d+\.xml"),
    re.compile(r"ppt/notesSlides/notesSlide\d+\.xml"),
    re.compile(r"docProps/core\.xml"),
)
# Text of drawings stands twice: the second time for old readers.
_SKIP = frozenset({"Fallback"})
_RUNS = Spoken(block=frozenset({"p", "si", "is"}), text=frozenset({"t"}), skip=_SKIP)
_SHEETS = Spoken(block=frozenset({"sheet"}), text=frozenset({"-"}), named=True)
_ABOUT = frozenset({"title", "subject", "keywords", "description"})
_CORE = Spoken(block=_ABOUT, text=_ABOUT)
_NUMBER = re.compile(r"\d+")


def office_text(package: zipfile.ZipFile) -> Iterator[str]:
    """What is written in the document, and in its notes and properties."""
    for name in _ordered(names(package)):
        yield from heard(part(package, name), _spoken(name))


def _ordered(found: list[str]) -> list[str]:
    return [
        name
        for pattern in _PARTS
        for name in sorted(filter(pattern.fullmatch, found), key=_by_number)
    ]


def _by_number(name: str) -> tuple[list[int], str]:
    return [int(each) for each in _NUMBER.findall(name)], name


def _spoken(name: str) -> Spoken:
    if name == "xl/workbook.xml":
        return _SHEETS
    return _CORE if name.startswith("docProps/") else _RUNS
