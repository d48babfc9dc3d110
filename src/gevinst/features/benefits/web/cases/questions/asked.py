"""The guided questions of a business case, one after another, in plain words."""

from __future__ import annotations

from gevinst.features.benefits.web.cases.editing.fields import Fields, Section
from gevinst.features.benefits.web.cases.questions.money import ask_costs, ask_pays, ask_wrong
from gevinst.features.benefits.web.cases.questions.opening import ask_what, ask_when, ask_whom
from gevinst.features.benefits.web.cases.questions.work import ask_long, ask_often


def questions(make: Fields) -> list[Section]:
    """Every question with its fields."""
    asked = [
        ask_what(make),
        ask_whom(make),
        ask_when(make),
        ask_often(make),
        ask_long(make),
        ask_pays(make),
        ask_costs(make),
        ask_wrong(make),
    ]
    return [
        Section(one.title, one.text, one.rows, id=f"q-{n}", number=n)
        for n, one in enumerate(asked, start=1)
    ]
