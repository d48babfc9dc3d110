"""What is typed in a field of a case, what it becomes in the file, and how it is shown again."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from django.utils import translation

from gevinst.engines.businesscase.casefile.document import CaseFault
from gevinst.engines.businesscase.casefile.read import check
from gevinst.features.benefits.tests.case_people import SOUND
from gevinst.features.benefits.web.cases.editing.posting import by_field
from gevinst.features.benefits.web.cases.typed.kinds import read, shown
from gevinst.features.benefits.web.cases.words.faults import fault_words
from gevinst.features.benefits.web.cases.words.places import place_words, places


@pytest.mark.parametrize(
    ("typed", "value", "again"),
    [
        ("1.234,5", Decimal("1234.5"), "1.234,5"),
        ("1234,50", Decimal("1234.50"), "1.234,50"),
        ("1.000.000", 1000000, "1.000.000"),
        ("0,05", Decimal("0.05"), "0,05"),
        ("-0,5", Decimal("-0.5"), "-0,5"),
        ("\u22121.000", -1000, "-1.000"),
        ("1 000", 1000, "1.000"),
        ("1.5", Decimal("1.5"), "1,5"),
        ("007", 7, "7"),
        ("12 stk", "12 stk", "12 stk"),
        ("1.23.4", "1.23.4", "1.23.4"),
        ("", None, ""),
    ],
)
def test_numbers_are_danish(typed: str, value: Any, again: str) -> None:
    with translation.override("da"):
        assert read("number", typed) == value
        assert shown("number", value) == again


@pytest.mark.parametrize(
    ("typed", "value"), [("1,234.5", Decimal("1234.5")), ("1.5", Decimal("1.5"))]
)
def test_numbers_are_english_in_english(typed: str, value: Decimal) -> None:
    with translation.override("en"):
        assert read("number", typed) == value
        assert shown("number", value) == typed


@pytest.mark.parametrize(
    ("kind", "typed", "value"),
    [
        ("text", "Tilbud", "Tilbud"),
        ("formula", "volume * 2", "volume * 2"),
        ("formula", "1.234,5", Decimal("1234.5")),
        ("whole", "12", 12),
        ("whole", "1,5", "1,5"),
        ("year", "2026", 2026),
        ("year", "i år", "i år"),
        ("percent", "20", Decimal("0.2")),
        ("percent", "12,5", Decimal("0.125")),
        ("percent", "ti", "ti"),
        ("select", "12", 12),
        ("select", "both", "both"),
        ("names", "kommune, stat", ["kommune", "stat"]),
        ("series", "2026: 1.000; 2027: 2,5", {"2026": 1000, "2027": Decimal("2.5")}),
        ("series", "2026", "2026"),
        ("series", "2026: mange", "2026: mange"),
        ("percents", "2026: 50 %; 2027: 100 %", {"2026": Decimal("0.5"), "2027": Decimal(1)}),
        ("tiers", "0: 10; 100: 8", [{"above": 0, "price": 10}, {"above": 100, "price": 8}]),
        ("tiers", "mange: 8", "mange: 8"),
        ("tiers", "8", "8"),
        (
            "shares",
            "kommune 25 %; stat 75 %",
            {"kommune": Decimal("0.25"), "stat": Decimal("0.75")},
        ),
        ("shares", "alle", "alle"),
        (
            "shares",
            "2026: kommune 25 %; stat 75 %\n2028: kommune 100 %",
            [
                {"from": 2026, "shares": {"kommune": Decimal("0.25"), "stat": Decimal("0.75")}},
                {"from": 2028, "shares": {"kommune": Decimal(1)}},
            ],
        ),
        ("shares", "2026: kommune 100 %\nhalvt", "2026: kommune 100 %\nhalvt"),
    ],
)
def test_each_kind_reads_what_it_shows(kind: str, typed: str, value: Any) -> None:
    with translation.override("da"):
        assert read(kind, typed) == value
        again = shown(kind, value)
        assert read(kind, again) == value


@pytest.mark.parametrize(
    ("kind", "value"),
    [("tiers", "x"), ("series", 5), ("shares", 5), ("names", 5), ("tiers", [5]), ("number", True)],
)
def test_what_does_not_belong_is_shown_as_it_is(kind: str, value: Any) -> None:
    assert isinstance(shown(kind, value), str)


def faults(text: str) -> list[CaseFault]:
    return check(text)[1]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("value: 1000", "value: mange", "Write a number. “mange” is not one."),
        ("scenario: 1", "scenario: 3", "Choose one of: 0, 1, 0, 1, both."),
        ("title: Forsinkelse, ", "", "This is missing: title."),
        ("probability: 0.2", "probability: 2", "At most 1."),
        ("id: delay", "id: Stort", "cannot be used"),
        ("operation_from: 2027", "operation_from: 2040", "Choose a year from 2026 to 2029."),
        ("to: 2029", "to: 2020", "Choose 2026 or later."),
        ("high: 1200, ", "", "Write both the lowest and the highest"),
        ("low: 800", "low: 1100", "must not be above the likely"),
        ("units: volume", "units: volumen", "There is no assumption called “volumen”."),
        ("units: volume", "units: volume *", "The formula cannot be worked out at character"),
        ("relieves: work", "relieves: nothing", "There is none called “nothing”."),
        ("when: {at: 2026}", "when: {at: 2050}", "2050 is outside the years 2026-2029."),
        ("minutes_after: {value: 2", "minutes_after: {value: 20", "cannot be below zero"),
        ("units: volume, ", "", "This is missing: units."),
        ("value: 1000", "value: 1000, by_year: {'2026': 1}", "exactly one of them"),
        ("title: Prøvesag", "titel: Prøvesag", "“titel” is not known here."),
        ("origin: project_start", "origin: project_start\norigin: x", "stands here twice"),
    ],
)
def test_faults_are_said_in_plain_words(old: str, new: str, words: str) -> None:
    assert SOUND.count(old) >= 1
    found = faults(SOUND.replace(old, new, 1))
    with translation.override("en"):
        told = [fault_words(fault) for fault in found]
    assert any(words in each for each in told), [fault.reason for fault in found]


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        ("what is certain is a cost and not a risk; expected ...", "Write a probability below 1"),
        ("a gain is a benefit and not a risk; expected ...", "Write a consequence of 0 or more"),
        ("expected weights of 0 or more, one of them above 0", "above 0 for one of them"),
        ("driver p: a normal spread needs 3.0 midway between 1.0 and 9.0", "another shape"),
    ],
)
def test_what_the_simulation_cannot_take_has_words(reason: str, words: str) -> None:
    with translation.override("en"):
        assert words in fault_words(CaseFault(reason))


def test_a_fault_without_words_is_said_as_the_engine_says_it() -> None:
    assert fault_words(CaseFault("something new")) == "something new"


def test_a_fault_stands_at_its_field_or_the_nearest() -> None:
    names = ["costs.0.title", "costs.0.amount.units", "parties"]
    given = [
        CaseFault("a", ("costs", 0, "amount", "units")),
        CaseFault("b", ("costs", 0)),
        CaseFault("c", ("parties", 1)),
        CaseFault("d", ("risks", 0), line=7),
        CaseFault("e", (), line=9),
    ]
    assert by_field(given, names) == {
        "costs.0.amount.units": "a",
        "costs.0.title": "b",
        "parties": "c",
        "line-7": "d",
        "line-9": "e",
    }


def test_places_have_words_also_those_of_ones_own() -> None:
    with translation.override("en"):
        offered = dict(places(("project", "operation")))
    assert offered["project.acquisition.external"] == "Project: acquisition, supplier"
    assert not any(code.startswith("benefit") for code in offered)
    assert place_words("benefit.budget.fewer-visits").endswith("fewer visits")
    assert place_words("risk")
