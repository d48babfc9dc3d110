"""Texts, sheets and slides of OpenDocument.

Source: OpenDocument 1.3 part 3 (`text:p`, `text:h`, tracked changes), part 2 (`META-INF/manifest.xml`).
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator

from gevinst.engines.filetext.packages import part
from gevinst.engines.filetext.texts.locked import Locked
from gevinst.engines.filetext.texts.markup import Spoken, heard

_BLOCKS = frozenset({"p", "h"})
_BODY = Spoken(block=_BLOCKS, text=_BLOCKS, skip=frozenset({"tracked-changes"}))


def opendocument_text(package: zipfile.ZipFile) -> Iterator[str]:
    """The paragraphs and headings of the body. Raises `Locked`."""
    if b"encryption-data" in part(package, "META-INF/manifest.xml"):
        raise Locked
    yield from heard(part(package, "content.xml"), _BODY)
