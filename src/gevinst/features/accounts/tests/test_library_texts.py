"""What the catalogue words anew is said by the sign-in library, and is said in our words."""

from __future__ import annotations

from importlib.resources import files

import pytest
from babel.messages.pofile import read_po
from django.utils import translation

from gevinst.features.accounts.web.library_texts import DJANGO, TEXTS

LIBRARY = read_po(
    (files("allauth") / "locale/da/LC_MESSAGES/django.po").read_bytes().splitlines(keepends=True)
)
FOREIGN = ("password", "påkrævet", "log ind", "emailadresse", "venligst")
SAID = {message.id for message in LIBRARY if isinstance(message.id, str)}


@pytest.mark.parametrize("text", TEXTS)
def test_the_library_says_it(text: str) -> None:
    assert text in SAID


@pytest.mark.parametrize("text", DJANGO + TEXTS)
def test_it_is_in_our_words(text: str) -> None:
    with translation.override("da"):
        words = translation.gettext(text).lower()
    assert words != text.lower()
    assert not [word for word in FOREIGN if word in words]
