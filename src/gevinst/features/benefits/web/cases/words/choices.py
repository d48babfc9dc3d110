"""What a field is chosen from: keys with their words."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise

Words = Mapping[str, Promise | str]


def options(words: Words) -> list[tuple[str, str]]:
    """Keys with their words, for a field that is chosen from."""
    return [(key, str(word)) for key, word in words.items()]
