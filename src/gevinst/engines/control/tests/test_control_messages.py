"""How values are worded in messages."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from gevinst.engines.control.messages import sentence, worded

D = Decimal


@pytest.mark.parametrize(
    ("value", "form", "da", "en"),
    [
        (D("1234.5"), "money", "1.234,50 kr.", "DKK 1,234.50"),
        (D("1200.000000"), "money", "1.200,00 kr.", "DKK 1,200.00"),
        (D("0.125"), "money", "0,125 kr.", "DKK 0.125"),
        (D("-3"), "money", "-3,00 kr.", "DKK -3.00"),
        (D("2.000000"), "number", "2", "2"),
        (D("2.50"), "number", "2,5", "2.5"),
        (1200, "number", "1.200", "1,200"),
        (date(2026, 10, 5), "date", "5. oktober 2026", "5 October 2026"),
        ("6502701234", "person", "650270-xxxx", "650270-xxxx"),
        ("MR01", "plain", "MR01", "MR01"),
        (3, "plain", "3", "3"),
        (None, "money", "(mangler)", "(missing)"),
        ("", "plain", "(mangler)", "(missing)"),
    ],
)
def test_wording(value: Any, form: str, da: str, en: str) -> None:
    assert (worded(value, form, "da"), worded(value, form, "en")) == (da, en)


@pytest.mark.parametrize(
    ("source", "filled"),
    [
        ("Ingen felter.", "Ingen felter."),
        ("{a.x}", "1"),
        ("{a.x} og {b.y|money}!", "1 og 2,00 kr.!"),
        ("{c.z}", "(mangler)"),
        ("{a.q}", "(mangler)"),
    ],
)
def test_a_sentence_is_filled_with_what_was_read(source: str, filled: str) -> None:
    assert sentence(source, "da").filled({"a": {"x": 1}, "b": {"y": D(2)}}) == filled


@pytest.mark.parametrize("source", ["{", "}", "{a}", "{A.b}", "{a.b|x}", "{{a.b}}", "{a.b"])
def test_a_brace_that_is_no_placeholder_is_refused(source: str) -> None:
    with pytest.raises(ValueError, match=r"placeholder|form"):
        sentence(source, "da")
