"""Units, printed figures and sources in words."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.utils import translation

from gevinst.engines.businesscase.casefile.read import read
from gevinst.engines.businesscase.cases import shipped
from gevinst.engines.businesscase.model.published_figure import PublishedFigure
from gevinst.engines.businesscase.model.source import Source
from gevinst.engines.businesscase.proof import prove
from gevinst.features.benefits.publishing.figures import figure_views
from gevinst.features.benefits.publishing.findings import finding_title
from gevinst.features.benefits.publishing.numbers import computed_words, printed_words
from gevinst.features.benefits.publishing.sections import theme_words, years_words
from gevinst.features.benefits.publishing.sources import place_of, source_words
from gevinst.features.benefits.publishing.units import unit_words
from gevinst.features.benefits.publishing.words import word

UNITS = [
    ("h/citizen/year", "timer pr. borger pr. år"),
    ("mio DKK", "mio. kr."),
    ("DKK/FTE/year", "kr. pr. årsværk pr. år"),
    ("persons (2022)", "personer (2022)"),
    ("kg CO2 (pr. sæk)", "kg CO2 (pr. sæk)"),
    ("%", "%"),
    ("bool", ""),
    ("", ""),
]


@pytest.mark.parametrize(("unit", "told"), UNITS)
def test_units_in_danish(unit: str, told: str) -> None:
    assert unit_words(unit) == told


def test_units_in_english() -> None:
    with translation.override("en"):
        assert unit_words("h/citizen/year") == "hours per citizen per year"


PRINTED = [
    ({"value": Decimal("13.2"), "unit": "%", "decimals": 1}, "13,2\u00a0%"),
    ({"value": Decimal(2800), "unit": "h", "qualifier": "approx"}, "cirka 2.800\u00a0timer"),
    ({"value": Decimal("2.5"), "decimals": 1, "qualifier": "just_under"}, "knap 2,5"),
    ({"value": (Decimal(33), Decimal(50)), "unit": "%", "qualifier": "range"}, "33–50\u00a0%"),
    ({"value": (Decimal(1000), Decimal(400))}, "1.000, 400"),
    ({"value": Decimal(2021), "unit": "year"}, "2021"),
    ({"value": Decimal("-0.98"), "decimals": 2}, "−0,98"),
    ({"value": Decimal(23600), "decimals": -2}, "23.600"),
    ({"value": True, "unit": "bool"}, "ja"),
    ({"value": False}, "nej"),
    ({"value": None, "unit": "DKK"}, "–"),
]


@pytest.mark.parametrize(("figure", "told"), PRINTED)
def test_figures_as_they_were_printed(figure: dict[str, object], told: str) -> None:
    assert printed_words(PublishedFigure("x", "X", **figure)) == told  # type: ignore[arg-type]


COMPUTED = [
    (Decimal("13.2075471"), 1, "13,208"),
    (Decimal("41.0"), 2, "41"),
    ([41, 42], 0, "41, 42"),
    ([], 0, "–"),
    (None, 0, "–"),
    (True, 0, "ja"),
    ("tekst", 0, "tekst"),
]


@pytest.mark.parametrize(("value", "decimals", "told"), COMPUTED)
def test_what_a_check_came_to(value: object, decimals: int, told: str) -> None:
    assert computed_words(value, decimals) == told


def test_the_inputs_of_a_formula_are_told() -> None:
    case = read(shipped()["c01_vejle_skaermbesoeg"])
    tried = [each for view in figure_views(case, prove(case).figures) for each in view.tried]
    told = {each.id: each.inputs for each in tried}
    assert told["VEJLE-12"] == "b = 23.600, h = 68,1"
    assert told["VEJLE-01"] == ""


def test_sources() -> None:
    source = Source("ten-cases", 1140, "fra 30 til", owner="KL")
    assert source_words(source) == (
        "KL og Deloitte: Caseanalyse af tidsbesparende teknologier, september 2022, "
        "linje 1140, “fra 30 til”, KL"
    )
    assert place_of(source) == "kilde-ten-cases-1140"
    assert (source_words(Source()), place_of(Source(note="egen"))) == ("", "")


def test_words_of_codes() -> None:
    assert theme_words("anchoring") == "Organisatorisk forankring"
    assert theme_words("luck") == "luck"
    assert word({}, "kode") == "kode"
    assert years_words(Decimal("2.34")) == "2,3 år"
    with translation.override("en"):
        assert finding_title("no-risks") == "No risks are named"
