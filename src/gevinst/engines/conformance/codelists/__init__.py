"""Code lists by name: one text file a list, codes parted by white space."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

FOLDER = Path(__file__).parent


@lru_cache(maxsize=128)
def code_list(name: str) -> tuple[str, ...]:
    """The codes of the list `name`, in the order of its file. Raises `KeyError`.

    >>> "DKK" in code_list("CURRENCY"), "DK" in code_list("COUNTRY")
    (True, True)
    """
    file = FOLDER / f"{name}.txt"
    if not file.is_file():
        raise KeyError(f"no code list {name!r}; there are {', '.join(sorted(all_names()))}")
    return tuple(file.read_text(encoding="utf-8").split())


def all_names() -> frozenset[str]:
    """The names of every list."""
    return frozenset(file.stem for file in FOLDER.glob("*.txt"))


def names_in(expressions: str) -> list[str]:
    """The lists that expressions name as the second argument of `g:in-list`.

    >>> names_in("g:in-list(normalize-space(.), 'MIME') or g:in-list(@a, 'ICD')")
    ['ICD', 'MIME']
    """
    quoted = set(re.findall(r"'([A-Z][A-Z0-9-]*)'", expressions))
    return sorted(quoted & all_names())
