"""Identifiers: what is one, what is not and why, and that masks hide."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gevinst.engines import identifiers as ids
from gevinst.engines.identifiers import IdentifierError, Kle
from gevinst.engines.identifiers.companies import WEIGHTS as CVR_WEIGHTS
from gevinst.engines.identifiers.iban import LENGTHS
from gevinst.engines.identifiers.places import GLN_WEIGHTS

PARSERS: dict[str, Callable[[str], object]] = {
    "cpr": ids.parse_cpr,
    "cvr": ids.parse_cvr,
    "se": ids.parse_se,
    "gln": ids.parse_gln,
    "sor": ids.parse_sor,
    "iban": ids.parse_iban,
    "kle": ids.parse_kle,
    "form": ids.parse_form,
}
ANSWERS: dict[str, Callable[[str], bool]] = {
    "cpr": ids.is_cpr,
    "cvr": ids.is_cvr,
    "se": ids.is_se,
    "gln": ids.is_gln,
    "sor": ids.is_sor,
    "iban": ids.is_iban,
    "kle": ids.is_kle,
    "form": ids.is_form,
}
MASKS: dict[str, Callable[[str], str]] = {
    "cpr": ids.mask_cpr,
    "cvr": ids.mask_cvr,
    "se": ids.mask_se,
    "gln": ids.mask_gln,
    "sor": ids.mask_sor,
    "iban": ids.mask_iban,
}


@pytest.mark.parametrize(
    ("kind", "text", "normal"),
    [
        ("cpr", "610190-1234", "610190-1234"),
        ("cpr", " 6101901234 ", "610190-1234"),
        ("cpr", "610190 1234", "610190-1234"),
        ("cvr", "DK10000009", "10000009"),
        ("cvr", "dk 10 00 00 09", "10000009"),
        ("se", "10000009", "10000009"),
        ("gln", "5798 0098 83735", "5798009883735"),
        ("sor", "334141000016007", "334141000016007"),
        ("iban", "DK50 0040 0440 1162 43", "DK5000400440116243"),
        ("iban", "NO93 8601 1117 947", "NO9386011117947"),
        ("kle", "27", "27"),
        ("kle", "27.12", "27.12"),
        ("kle", "27.12.04", "27.12.04"),
        ("kle", "27.12.04-G01", "27.12.04 G01"),
        ("kle", "27.12.04ø10", "27.12.04 Ø10"),
        ("form", "37", "37"),
        ("form", "37.20.05.10", "37.20.05.10"),
    ],
)
def test_an_identifier_has_one_normal_form(kind: str, text: str, normal: str) -> None:
    assert str(PARSERS[kind](text)) == normal
    assert ANSWERS[kind](text)


@pytest.mark.parametrize(
    ("kind", "text", "code"),
    [
        ("cpr", "", "bad-form"),
        ("cpr", "610190--1234", "bad-form"),
        ("cpr", "٦١٠١٩٠1234", "bad-form"),
        ("cpr", "910290-1234", "bad-date"),
        ("cpr", "320190-1234", "bad-date"),
        ("cpr", "011390-1234", "bad-date"),
        ("cpr", "290201-1234", "bad-date"),
        ("cvr", "1000000", "bad-form"),
        ("cvr", "00000000", "bad-form"),
        ("cvr", "SE10000009", "bad-form"),
        ("cvr", "12345678", "bad-check-digit"),
        ("se", "12345678", "bad-check-digit"),
        ("gln", "5798009883734", "bad-check-digit"),
        ("gln", "579800988373", "bad-form"),
        ("sor", "12345", "bad-form"),
        ("sor", "33414100001600A", "bad-form"),
        ("iban", "DK51 0040 0440 1162 43", "bad-check-digit"),
        ("iban", "DK5000400440116", "bad-form"),
        ("iban", "ZZ5000400440116243", "unknown-country"),
        ("iban", "5000400440116243", "bad-form"),
        ("kle", "27.1", "bad-form"),
        ("kle", "27.12 G01", "bad-form"),
        ("kle", "27.12.04.05", "bad-form"),
        ("form", "37.2", "bad-form"),
    ],
)
def test_what_is_not_an_identifier_is_refused_with_a_code(kind: str, text: str, code: str) -> None:
    with pytest.raises(IdentifierError) as caught:
        PARSERS[kind](text)
    assert (caught.value.kind, caught.value.code) == (kind, code)
    assert not ANSWERS[kind](text)
    assert not text or text not in str(caught.value)


@pytest.mark.parametrize(
    ("text", "born"),
    [
        ("610100-0000", date(1900, 1, 1)),
        ("610199-3999", date(1999, 1, 1)),
        ("610136-4000", date(2036, 1, 1)),
        ("610137-4000", date(1937, 1, 1)),
        ("610157-5000", date(2057, 1, 1)),
        ("610158-5000", date(1858, 1, 1)),
        ("610199-8999", date(1899, 1, 1)),
        ("610136-9000", date(2036, 1, 1)),
        ("610137-9000", date(1937, 1, 1)),
        ("890200-4000", date(2000, 2, 29)),
    ],
)
def test_the_seventh_digit_tells_the_century(text: str, born: date) -> None:
    assert ids.parse_cpr(text).born == born


def test_the_29th_of_february_depends_on_the_century() -> None:
    assert not ids.is_cpr("890200-0000")  # 1900 was no leap year


def test_modulus_11_of_a_cpr_number_is_only_a_hint() -> None:
    found = {ids.parse_cpr(f"610190-{end:04}").checks for end in range(1000, 1100)}
    assert found == {True, False}


def test_a_cpr_number_does_not_show_itself_by_accident() -> None:
    assert "1234" not in repr(ids.parse_cpr("610190-1234"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Patient 610190-1234 mødte", ["610190-1234"]),
        ("6101901234", ["610190-1234"]),
        ("CPR:610190-1234, 620190 1234.", ["610190-1234", "620190-1234"]),
        ("cpr-nr-610190 - 1234", ["610190-1234"]),
        ("patient_6101901234_mr", ["610190-1234"]),
        ("ordre 9912991234", []),
        ("16101901234", []),
        ("61019012345", []),
        ("a6101901234", []),
        ("6101901234.50 kr.", []),
        ("12-610190-1234", []),
        ("5798009883735", []),
        ("", []),
    ],
)
def test_cpr_numbers_are_found_in_free_text(text: str, found: list[str]) -> None:
    assert [str(cpr) for cpr in ids.find_cprs(text)] == found
    masked = ids.mask_all(text)
    assert not ids.find_cprs(masked)
    assert masked.count("-xxxx") == len(found)


@pytest.mark.parametrize("kind", MASKS)
@given(text=st.text(max_size=40))
def test_a_mask_never_shows_more_than_six_characters(kind: str, text: str) -> None:
    shown = MASKS[kind](text).replace("x", "").replace("-", "")
    assert len(shown) <= 6


@pytest.mark.parametrize("kind", PARSERS)
@given(text=st.text(alphabet="0123456789DKGx.- é", max_size=25))
def test_parsing_gives_a_normal_form_or_the_one_error(kind: str, text: str) -> None:
    try:
        normal = str(PARSERS[kind](text))
    except IdentifierError:
        return
    assert str(PARSERS[kind](normal)) == normal


@given(st.integers(1_000_000, 9_999_999))
def test_one_check_digit_at_most_makes_a_cvr_number(stem: int) -> None:
    valid = [end for end in range(10) if ids.is_cvr(f"{stem}{end}")]
    total = sum(int(digit) * weight for digit, weight in zip(str(stem), CVR_WEIGHTS, strict=False))
    assert valid == [end for end in range(10) if (total + end) % 11 == 0]


@given(st.integers(0, 10**12 - 1))
def test_exactly_one_check_digit_makes_a_gln(stem: int) -> None:
    assert sum(ids.is_gln(f"{stem:012}{end}") for end in range(10)) == 1
    assert len(GLN_WEIGHTS) == 13


@given(st.sampled_from(sorted(LENGTHS)), st.data())
def test_check_digits_make_an_iban_and_no_digit_may_change(
    country: str, data: st.DataObject
) -> None:
    length = LENGTHS[country] - 4
    account = data.draw(st.text("0123456789", min_size=length, max_size=length))
    check = 98 - int("".join(str(int(c, 36)) for c in account + country + "00")) % 97
    iban = f"{country}{check:02}{account}"
    assert ids.parse_iban(iban) == iban
    at = data.draw(st.integers(4, len(iban) - 1))
    changed = iban[:at] + str((int(iban[at]) + 1) % 10) + iban[at + 1 :]
    assert not ids.is_iban(changed)


@pytest.mark.parametrize(
    ("number", "level"), [("27", "main-group"), ("27.12", "group"), ("27.12.04", "topic")]
)
def test_a_kle_number_has_a_level_and_lies_within_its_groups(number: str, level: str) -> None:
    found = ids.parse_kle(number)
    assert found.level == level
    assert found.within(Kle("27"))
    assert not found.within(Kle("28"))
