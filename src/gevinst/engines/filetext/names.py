"""File names as they may be shown and sent: the last part alone, with nothing that hides its ending."""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePosixPath

LONGEST = 150
_SPACES = re.compile(r"\s+")


def clean_name(stated: str) -> str:
    """The name without folders, control characters and marks of writing direction; at most 150 characters.

    >>> clean_name("C:\\\\Users\\\\x\\\\Vejledning  til\\tdrift.pdf")
    'Vejledning til drift.pdf'
    >>> clean_name("faktura\\u202efdp.exe")  # shown as fakturaexe.pdf otherwise
    'fakturafdp.exe'
    """
    last = stated.replace("\\", "/").rsplit("/", 1)[-1]
    spaced = _SPACES.sub(" ", last)
    kept = "".join(each for each in spaced if unicodedata.category(each)[0] != "C")
    return _shortened(kept.strip(" .")) or "fil"


def _shortened(name: str) -> str:
    ending = PurePosixPath(name).suffix[:20]
    return name if len(name) <= LONGEST else name[: LONGEST - len(ending)] + ending
