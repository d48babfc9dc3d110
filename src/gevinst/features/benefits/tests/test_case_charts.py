"""The charts of a case: which there are, what stands in them, and the numbers behind them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.utils import translation

from gevinst.engines.businesscase.cases import shipped
from gevinst.engines.businesscase.uncertainty import Bin
from gevinst.features.benefits.charts.cumulative import cumulative_chart
from gevinst.features.benefits.charts.distribution import distribution_chart
from gevinst.features.benefits.charts.realised import realised_chart
from gevinst.features.benefits.charts.scale import scale_of
from gevinst.features.benefits.charts.tornado import TornadoBar, tornado_chart
from gevinst.features.benefits.charts.waterfall import WaterfallStep, waterfall_chart
from gevinst.features.benefits.tests.published_example import IGA
from gevinst.features.benefits.tests.workbook_cases import PARTIES
from gevinst.features.benefits.web.case_charts import case_charts

MEASURED = IGA.replace("owner: It-chef", "owner: It-chef, actuals: {2019: 9000000, 2020: 13000000}")
NO_SCENARIO_0 = (
    IGA.replace(IGA[IGA.index("  - {id: staff") : IGA.index("  - {id: one_off")], "")
    .replace(", relieves: staff", "")
    .replace(", residual_of: staff", "")
)
SURE = IGA.replace(", low: 5, high: 8", "").replace(", low: 7500000, high: 9000000", "")
NO_RISK = SURE[: SURE.index("risks:")] + SURE[SURE.index("quality:") :]


def keys(text: str) -> list[str]:
    return [each.key for each in case_charts(text)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (IGA, ["cumulative", "waterfall", "tornado", "distribution"]),
        (MEASURED, ["cumulative", "waterfall", "tornado", "distribution", "realised"]),
        (SURE, ["cumulative", "waterfall", "distribution"]),
        (NO_RISK, ["cumulative", "waterfall"]),
        ("case: 1", []),
    ],
)
def test_there_is_a_chart_of_what_there_are_numbers_for(text: str, told: list[str]) -> None:
    assert keys(text) == told


@pytest.mark.parametrize("name", shipped())
def test_every_shipped_case_is_drawn_with_words_and_a_table(name: str) -> None:
    for chart in case_charts(shipped()[name]):
        assert chart.svg.startswith('<svg role="img" aria-label="')
        assert "style=" not in chart.svg
        assert all(len(row) == len(chart.head) for row in chart.rows)


def test_the_cumulative_curve_marks_its_break_even_and_names_its_readings() -> None:
    chart = case_charts(IGA)[0]
    assert "Tjent hjem 2020" in chart.svg
    assert ">22<" in chart.svg
    assert ">A 7<" in chart.svg
    assert chart.note.startswith("Tjent hjem 2020. Læsning A: De seks")
    assert chart.rows[0] == ("2018", *["−8.000.000\u00a0kr."] * 3)


def test_the_waterfall_goes_from_scenario_0_to_scenario_1() -> None:
    rows = dict(case_charts(IGA)[1].rows)
    assert rows["Uden løsningen (0)"] == "90.000.000\u00a0kr."
    assert rows["Frigivet tid"] == "−60.000.000\u00a0kr."
    assert rows["Med løsningen (1)"] == "68.000.000\u00a0kr."


def test_without_a_scenario_0_it_goes_from_gains_to_the_net() -> None:
    rows = case_charts(NO_SCENARIO_0)[1].rows
    assert rows[0] == ("Frigivet tid", "60.000.000\u00a0kr.")
    assert rows[-1][0] == "Netto"


def test_money_from_other_parties_is_a_step() -> None:
    assert ("Fra andre parter", "−181\u00a0kr.") in case_charts(PARTIES)[1].rows


def test_many_small_lines_stand_together() -> None:
    more = "".join(
        f"  - {{id: l{n}, title: Linje {n}, scenario: 1, place: operation.system.external, amount: {n}}}\n"
        for n in range(1, 5)
    )
    rows = case_charts(IGA.replace("\nbenefits:\n", f"\n{more}benefits:\n", 1))[1].rows
    assert "3 andre" in dict(rows)


def test_expected_is_outlined_and_measured_solid() -> None:
    chart = case_charts(MEASURED)[-1]
    assert chart.kinds == ("expected", "measured")
    assert chart.rows == (
        ("2019", "12.000.000\u00a0kr.", "9.000.000\u00a0kr.", "75 %"),
        ("2020", "12.000.000\u00a0kr.", "13.000.000\u00a0kr.", "108 %"),
    )
    assert 'fill="#fff"' in chart.svg


def test_an_actual_where_nothing_was_expected_has_no_share() -> None:
    early = MEASURED.replace("2019: 9000000", "2018: 9000000")
    assert case_charts(early)[-1].rows[0][-1] == "–"


def test_the_charts_speak_the_readers_language() -> None:
    with translation.override("en"):
        assert case_charts(IGA)[0].caption == "Cumulative net year by year"
    assert case_charts(IGA)[0].caption == "Samlet netto år for år"


@pytest.mark.parametrize(
    ("amounts", "unit", "words"),
    [
        ([Decimal(12_345_678)], "mio. kr.", "12,3"),
        ([Decimal(1_234_567)], "mio. kr.", "1,23"),
        ([Decimal(123_456)], "1.000 kr.", "123"),
        ([Decimal(-9_999)], "kr.", "−9.999"),
        ([], "kr.", ""),
    ],
)
def test_amounts_are_told_in_a_unit_that_suits_them(
    amounts: list[Decimal], unit: str, words: str
) -> None:
    scale = scale_of(amounts)
    assert scale.unit == unit
    assert [scale.words(each) for each in amounts] == ([words] if words else [])


FLAT = [
    cumulative_chart([2020], {"": [Decimal(0)]}, title="t"),
    waterfall_chart([WaterfallStep("Intet", Decimal(0), "total")], title="t"),
    tornado_chart([TornadoBar("Intet", 0, 0)], 0, title="t"),
    distribution_chart([Bin(-2, -1, 3), Bin(-1, 0, 1)], {"P50": -1}, title="t"),
    realised_chart({2020: Decimal(0)}, {2020: Decimal(0)}, title="t"),
]


@pytest.mark.parametrize(
    "svg", FLAT, ids=["cumulative", "waterfall", "tornado", "bins", "realised"]
)
def test_a_case_of_nothing_is_drawn_too(svg: str) -> None:
    assert "NaN" not in svg


def test_a_late_break_even_has_its_words_to_the_left() -> None:
    values = [Decimal(-2), Decimal(-1), Decimal(0)]
    svg = cumulative_chart([1, 2, 3], {"": values}, title="t", turn=3, turn_words="Sent")
    assert 'text-anchor="end"' in svg[: svg.index("Sent")].rsplit("<text", 1)[1]
