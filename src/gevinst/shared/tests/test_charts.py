"""Charts: named for those who cannot see them, patterned by kind, and free of what the policy stops."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from django.utils import translation

from gevinst.shared.charts import ESTIMATED, EXPECTED, MEASURED, Bar, columns

BARS = [
    Bar("jan. 2026", Decimal("1200.5"), MEASURED),
    Bar("feb. 2026", 300, ESTIMATED),
    Bar("feb. 2026", 100, EXPECTED),
]


def test_it_has_one_name_and_no_style() -> None:
    drawn = columns(BARS, title="Timer <frigjort>", unit="timer")
    assert drawn.startswith('<svg role="img" aria-label="Timer &lt;frigjort&gt;"')
    assert drawn.count("aria-") == 1
    assert not re.search(r"\sstyle=|<style|<script", drawn)


def test_kinds_differ_by_more_than_colour() -> None:
    drawn = columns(BARS, title="t", unit="timer")
    assert re.search(r'fill="url\(#hatch-\w+\)"', drawn)
    assert 'fill="#0b5c58"' in drawn
    assert re.search(r'<path[^>]*fill="#fff"[^>]*stroke="#0b5c58"', drawn)


@pytest.mark.parametrize(("language", "thousand"), [("da", "1.000"), ("en", "1,000")])
def test_numbers_are_in_the_readers_language(language: str, thousand: str) -> None:
    with translation.override(language):
        assert thousand in columns(BARS, title="t", unit="timer")


def test_two_charts_have_patterns_of_their_own() -> None:
    one = columns(BARS, title="t", unit="timer")
    two = columns(BARS[:2], title="t", unit="timer")
    names = [re.search(r'id="(hatch-\w+)"', drawn) for drawn in (one, two)]
    assert len({name[1] for name in names if name}) == 2


def months(count: int) -> list[Bar]:
    return [Bar(f"m{n} 2026", 0 if n else 63) for n in range(count)]


def test_an_empty_month_keeps_its_place_and_gets_no_number() -> None:
    drawn = columns(months(3), title="t", unit="timer")
    assert [drawn.count(f">{word}<") for word in ("m0", "m1", "m2", "2026")] == [1, 1, 1, 3]
    assert drawn.count(">63<") == 1


@pytest.mark.parametrize(("count", "numbered"), [(14, 1), (15, 0)])
def test_many_bars_get_no_numbers(count: int, numbered: int) -> None:
    assert columns(months(count), title="t", unit="timer").count(">63<") == numbered
