"""The file of themes, and what its reader refuses."""

from __future__ import annotations

import re

import pytest

from gevinst.engines.businesscase.readiness.themes import read_themes, themes

SOUND = """
themes:
  - code: one
    title: One
    about: About
    category: legal
    subthemes:
      - code: part
        title: Part
        questions:
          - code: first
            text: Is it so?
            risk: {title: It is not, probability: "0.25", share: "0.1"}
"""


def test_six_themes_of_two_subthemes_each() -> None:
    assert len(themes()) == 6
    assert {len(theme.subthemes) for theme in themes()} == {2}


def test_only_the_theme_of_citizens_may_be_left_out() -> None:
    assert [theme.code for theme in themes() if theme.optional] == ["citizens"]


def test_every_subtheme_asks_two_to_four_questions() -> None:
    counts = [len(sub.questions) for theme in themes() for sub in theme.subthemes]
    assert set(counts) <= {2, 3, 4}


def test_every_question_asks_and_carries_the_code_of_its_subtheme() -> None:
    for theme in themes():
        for sub in theme.subthemes:
            assert sub.code.startswith(f"{theme.code}.")
            for question in sub.questions:
                assert question.code.startswith(f"{sub.code}.")
                assert question.text.endswith("?")
                assert question.risk.probability * question.risk.share > 0


def test_no_sentence_stands_twice() -> None:
    texts = [one for t in themes() for q in t.questions for one in (q.text, q.risk.title)]
    assert len(set(texts)) == len(texts)


def test_a_sound_file_is_read() -> None:
    (theme,) = read_themes(SOUND, "x.yaml")
    assert theme.questions[0].code == "one.part.first"
    assert str(theme.questions[0].risk.probability) == "0.25"
    assert not theme.optional


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("themes:", "themen:", "x.yaml: themes: expected a list with something in it, found None"),
        ("About", "''", "themes[0].about: expected a text, found ''"),
        ("code: first", "code: 1", "questions[0].code: expected a text, found 1"),
        ("code: part", "code: Part one", "subthemes[0].code: expected small letters"),
        ('"0.25"', "0.25", 'risk.probability: expected a number from "0" to "1" in quotes'),
        ('"0.25"', '"1.01"', "risk.probability: expected a number"),
        ('"0.1"', '"a tenth"', "risk.share: expected a number"),
        ('"0.1"', '"Infinity"', "risk.share: expected a number"),
        ("title: One", "title: One\n    optional: maybe", "themes[0].optional: expected true or"),
        ("{title: It is not", "[{title: It is not", "x.yaml: not YAML"),
    ],
)
def test_a_mistake_names_its_place(old: str, new: str, said: str) -> None:
    with pytest.raises(ValueError, match=re.escape(said)):
        read_themes(SOUND.replace(old, new, 1), "x.yaml")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- one", "x.yaml: the file: expected keys with values"),
        ("themes: [one]", "x.yaml: themes[0]: expected keys with values, found 'one'"),
        (SOUND + SOUND.split("\nthemes:\n")[1], "the code 'one' is used twice"),
    ],
)
def test_a_file_of_another_shape_is_refused(text: str, said: str) -> None:
    with pytest.raises(ValueError, match=re.escape(said)):
        read_themes(text, "x.yaml")
