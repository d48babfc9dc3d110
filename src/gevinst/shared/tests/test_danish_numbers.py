"""Numbers, amounts and dates as pages show them, in both languages."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from django.template import Context, Template
from django.utils import translation

from gevinst.shared.templatetags.gevinst import day, dkk, listed, moment, number, unlocalized


@pytest.mark.parametrize(
    ("value", "decimals", "da", "en"),
    [
        (None, 0, "–", "–"),
        (0, 0, "0", "0"),
        (1234567, 0, "1.234.567", "1,234,567"),
        (Decimal("1234.50"), 0, "1.235", "1,235"),
        (Decimal("2.5"), 0, "3", "3"),
        (Decimal("-2.5"), 0, "-3", "-3"),
        (Decimal("-0.004"), 2, "0,00", "0.00"),
        (0.15, 1, "0,2", "0.2"),
        (Decimal("12.345"), 2, "12,35", "12.35"),
    ],
)
def test_numbers_round_half_up(value: Any, decimals: int, da: str, en: str) -> None:
    assert number(value, decimals) == da
    with translation.override("en"):
        assert number(value, decimals) == en


@pytest.mark.parametrize(
    ("value", "decimals", "shown"),
    [(Decimal("1234.5"), 2, "1.234,50\u00a0kr."), (1234, 0, "1.234\u00a0kr."), (None, 2, "–")],
)
def test_amounts(value: Any, decimals: int, shown: str) -> None:
    assert dkk(value, decimals) == shown


SUMMER = datetime(2026, 7, 3, 22, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "shown"),
    [(date(2026, 2, 3), "3. feb. 2026"), (SUMMER, "4. jul. 2026"), (None, "–")],
)
def test_days_are_danish_days(value: Any, shown: str) -> None:
    assert day(value) == shown


@pytest.mark.parametrize(
    ("code", "shown"), [("da", "4. jul. 2026 00.05"), ("en", "4 Jul 2026 00:05")]
)
def test_moments_are_danish_time(code: str, shown: str) -> None:
    with translation.override(code):
        assert moment(SUMMER) == shown
        assert moment(None) == "–"


def test_machines_read_plain_numbers() -> None:
    assert (unlocalized(12345), unlocalized(None)) == ("12345", "")


def test_pairs_of_a_dictionary_that_has_a_key_called_items() -> None:
    drawn = Template("{% for name, value in facts|pairs %}{{ name }}={{ value }};{% endfor %}")
    assert drawn.render(Context({"facts": {"items": 2, "new": 3}})) == "items=2;new=3;"


@pytest.mark.parametrize(("value", "shown"), [(["a", 2], "a, 2"), ("abc", "abc"), (7, 7), ([], "")])
def test_a_list_is_its_members_with_commas(value: object, shown: object) -> None:
    assert listed(value) == shown
