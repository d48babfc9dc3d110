"""A note on the incentives of a case names the parties and years that it is about."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from django.utils.translation import override

from gevinst.engines.businesscase.calculus.parties import SOMEBODY
from gevinst.engines.businesscase.notes import Note
from gevinst.features.benefits.web.following.parties.words import note_words, party_words


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("aarhus-kommune", "Aarhus kommune"),
        ("den_anden", "Den anden"),
        (SOMEBODY, "The authority"),
    ],
)
def test_a_party_is_named_by_its_key(name: str, told: str) -> None:
    with override("en"):
        assert party_words(name) == told


@pytest.mark.parametrize(
    ("code", "facts", "told"),
    [
        (
            "operating-party-loses",
            {"party": "den-ene", "net": {2027: -1, 2028: -2}},
            "Den ene runs it and loses by it in 2027, 2028.",
        ),
        ("operation-unfunded", {"missing": {2028: 5}}, "operation is not in 2028."),
        ("no-agreement-after-go-live", {"parties": ["a", "b"]}, "A, B would pay after go-live"),
        ("no-exit-date", {"parties": ["a"]}, "A still pays running costs"),
        ("savings-hide-quality", {}, "Choose at least one."),
        ("of-tomorrow", {}, "as the engine says it"),
    ],
)
def test_a_note_says_whom_and_when(code: str, facts: Mapping[str, object], told: str) -> None:
    with override("en"):
        assert told in note_words(Note(code, "as the engine says it", facts))
