"""What building blocks are called, in every language that pages have."""

from __future__ import annotations

from functools import lru_cache

from gevinst.engines.blockkit import BlockNotFound, block


@lru_cache(maxsize=1000)
def block_names(key: str) -> str:
    """The key of a block and its Danish and English names; the key alone when it is not installed here."""
    try:
        title = block(key).manifest.name
    except (BlockNotFound, ImportError):
        return key
    return " ".join(dict.fromkeys([key, title.in_language("da"), title.in_language("en")]))
