"""What is typed or pasted for an estimate, as the specification of what is taken."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from gevinst.features.benefits.web.estimates.typed_cases import cases_of, shown_cases
from gevinst.features.benefits.web.estimates.typed_history import history_of, shown_history
from gevinst.features.benefits.web.estimates.typed_offers import offers_of, shown_offers


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2021: 10\n2022: 12,5", {"2021": 10, "2022": Decimal("12.5")}),
        ("2022 1.200\n\n2021 900", {"2021": 900, "2022": 1200}),
        ("2021;10\n2022;12", {"2021": 10, "2022": 12}),
        ("2021\t10\n2022\t12\n2023\t13", {"2021": 10, "2022": 12, "2023": 13}),
        ("2021\t2022\t2023\n10\t12\t13", {"2021": 10, "2022": 12, "2023": 13}),
        ("År\t2021\t2022\nSager\t10\t12", {"2021": 10, "2022": 12}),
        ("2021: -4", {"2021": -4}),
    ],
)
def test_years_are_read_from_lines_and_from_a_sheet(text: str, found: dict[str, Any]) -> None:
    assert history_of(text) == found


@pytest.mark.parametrize(
    "text",
    ["10", "2021:", "2021: mange", "21: 10", "2021: 10\n2021: 11", "2021: 1: 2", "x\n" * 201],
)
def test_what_is_no_year_with_a_number_is_refused(text: str) -> None:
    with pytest.raises(ValidationError):
        history_of(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Leverandør A; 120.000", [("Leverandør A", 120000)]),
        ("Leverandør A\t120.000,50 kr.", [("Leverandør A", Decimal("120000.50"))]),
        ("Leverandør A: 120000\nB 5", [("Leverandør A", 120000), ("B", 5)]),
    ],
)
def test_offers_are_read(text: str, found: list[tuple[str, Any]]) -> None:
    assert [(each["source"], each["amount"]) for each in offers_of(text)] == found


@pytest.mark.parametrize("text", ["Leverandør A", "120000", "; 5", "A; mange"])
def test_an_offer_has_a_name_and_an_amount(text: str) -> None:
    with pytest.raises(ValidationError):
        offers_of(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Nabo; 100", {"source": "Nabo", "value": 100}),
        ("Nabo; 100; 40", {"source": "Nabo", "value": 100, "size": 40}),
        ("Nabo; 100; ; 2023", {"source": "Nabo", "value": 100, "price_year": 2023}),
        ("Nabo\t1.000,5\t40", {"source": "Nabo", "value": Decimal("1000.5"), "size": 40}),
    ],
)  # fmt: skip
def test_cases_of_ones_own_are_read(text: str, found: dict[str, Any]) -> None:
    assert cases_of(text) == [found]
    assert cases_of(shown_cases([found])) == [found]


@pytest.mark.parametrize(
    "text",
    ["Nabo", "; 5", "Nabo; x", "Nabo; 1; 0", "Nabo; 1; x", "Nabo; 1; 2; 23", "a; 1; 2; 2023; 4"],
)
def test_a_case_that_cannot_be_read_is_named(text: str) -> None:
    with pytest.raises(ValidationError):
        cases_of(text)


def test_what_is_kept_is_shown_as_it_is_typed() -> None:
    history = {"2021": Decimal("1200.5"), "2022": 1300}
    assert history_of(shown_history(history)) == history
    offers = [{"source": "A", "amount": Decimal("1200.5")}]
    assert offers_of(shown_offers(offers)) == offers
