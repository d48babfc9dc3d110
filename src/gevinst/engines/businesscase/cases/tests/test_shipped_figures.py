"""The figures of the other shipped cases, each through the model: what it comes to and on what grounds."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from gevinst.engines.businesscase.calculus.evaluate import evaluate
from gevinst.engines.businesscase.cases import ORDER, load
from gevinst.engines.businesscase.cases.tests.material import outcomes, proof
from gevinst.engines.businesscase.proof import Finding
from gevinst.engines.businesscase.proof.names import RESULTS

# case | check | what it comes to, as many decimals as are sure | verdict
FIGURES: list[tuple[str, str, Any, str]] = [
    ("c08_koebenhavn_iga", "IGA-01", "80", "yes"),
    ("c08_koebenhavn_iga", "IGA-02", "86.3", "no"),
    ("c08_koebenhavn_iga", "IGA-03", "440000", "yes"),
    ("c08_koebenhavn_iga", "IGA-04", "6.04", "yes"),
    ("c08_koebenhavn_iga", "IGA-05", "12.0", "ambiguous"),
    ("c08_koebenhavn_iga", "IGA-05-FTE", "500000", "implied"),
    ("c08_koebenhavn_iga", "IGA-06", "22.0", "no"),
    ("c08_koebenhavn_iga", "IGA-07", "57.9", "no"),
    ("c08_koebenhavn_iga", "IGA-08", "53.03", "implied"),
    ("c08_koebenhavn_iga", "IGA-09", "7.0", "ambiguous"),
    ("c08_koebenhavn_iga", "IGA-10", "13.208", "ambiguous"),
    ("c08_koebenhavn_iga", "IGA-11", "3", "ambiguous"),
    ("c08_koebenhavn_iga", "IGA-11-PRINTED", "2", "no"),
    ("c08_koebenhavn_iga", "IGA-17", "18.4", "no"),
    ("c08_koebenhavn_iga", "IGA-18", "13.208", "ambiguous"),
    ("c08_koebenhavn_iga", "IGA-VARIANTS", ["87.5", "113.2"], "implied"),
    ("c03_aalborg_tim", "TIM-04", ["21"], "yes"),
    ("c03_aalborg_tim", "TIM-13", ["2.248", "-1.947", "0.301"], "implied"),
    ("c03_aalborg_tim", "TIM-13-LEASE", ["0.649", "1.947"], "implied"),
    ("c03_aalborg_tim", "TIM-13-SUM", "0.00", "yes"),
    ("c03_aalborg_tim", "TIM-13-ALONE", "0.301", "implied"),
    ("c03_aalborg_tim", "TIM-LEASE", "2.596", "implied"),
    ("c03_aalborg_tim", "TIM-HOURS", "5356", "implied"),
    ("c03_aalborg_tim", "TIM-CARE", "2.897", "implied"),
    ("c03_aalborg_tim", "TIM-CARE-SOLVED", "2.897", "implied"),
    ("c03_aalborg_tim", "TIM-HOUR-PRICE", "541", "implied"),
    ("c03_aalborg_tim", "TIM-LEASE-MAX", "2344", "implied"),
    ("c03_aalborg_tim", "TIM-NET", "301000", "ambiguous"),
    ("c03_aalborg_tim", "TIM-NET-HOURS", "-506760", "no"),
    ("c03_aalborg_tim", "TIM-SHARE", "9.25", "ambiguous"),
    ("c03_aalborg_tim", "TIM-BEFORE", "3.25", "implied"),
    ("c03_aalborg_tim", "TIM-ERRORS", "166", "implied"),
    ("c03_aalborg_tim", "TIM-HEADLINE", "99.88", "yes"),
    ("c03_aalborg_tim", "TIM-NATIONAL", "17.9", "yes"),
    ("c04_kerteminde_traeningsapp", "KERT-03", "1.05", "yes"),
    ("c04_kerteminde_traeningsapp", "KERT-HEADLINE", "1.045", "yes"),
    ("c04_kerteminde_traeningsapp", "KERT-HOURS", "26", "yes"),
    ("c04_kerteminde_traeningsapp", "KERT-MINUTES", "31.15", "yes"),
    ("c04_kerteminde_traeningsapp", "KERT-NEED-HOURS", "245.5", "implied"),
    ("c04_kerteminde_traeningsapp", "KERT-CHAIN", "60.75", "implied"),
    ("c04_kerteminde_traeningsapp", "KERT-WEEKS", "12.9", "implied"),
    ("c04_kerteminde_traeningsapp", "KERT-GROSS", "1.397", "implied"),
    ("c04_kerteminde_traeningsapp", "KERT-FIVE-VARIABLE", "7.05", "implied"),
    ("c04_kerteminde_traeningsapp", "KERT-FIVE-ADMIN", "7.22", "implied"),
    ("c04_kerteminde_traeningsapp", "KERT-FIVE-FIXED", "7.66", "implied"),
    ("c03_aalborg_tim", "TIM-PER-ROBOT", ["25200", "28122", "2922"], "implied"),
    ("c03_aalborg_tim", "TIM-MEASURED", "20.4", "implied"),
    ("c03_aalborg_tim", "TIM-PILLS", "4.39", "implied"),
    ("c04_kerteminde_traeningsapp", "KERT-SHARE", "8.9", "implied"),
    ("c04_kerteminde_traeningsapp", "KERT-THROUGHPUT", "201.6", "implied"),
    ("c08_koebenhavn_iga", "IGA-SYSTEMS", "83.3", "implied"),
    ("c08_koebenhavn_iga", "IGA-CASES-PER-FTE", ["17000", "11667"], "implied"),
    ("c08_koebenhavn_iga", "IGA-WEEK", "8462", "implied"),
    ("c10_koebenhavn_dokumentgenkendelse", "DOC-10", "1.30", "implied"),
    ("c09_aktindsigt_ai", "AKT-RANGE-LOW", "0.0", "yes"),
    ("c09_aktindsigt_ai", "AKT-RANGE-HIGH", "0.0", "yes"),
    ("c04_kerteminde_traeningsapp", "KERT-PRODUCT", "75924", "implied"),
    ("c04_kerteminde_traeningsapp", "KERT-PRODUCT-CASE", "75924", "implied"),
    ("c04_kerteminde_traeningsapp", "KERT-GROWTH", "11", "implied"),
    ("c04_kerteminde_traeningsapp", "KERT-ON-TOP", "65", "implied"),
    ("c05_syddjurs_sensorer", "SYD-01", "18.2", "yes"),
    ("c05_syddjurs_sensorer", "SYD-01-CASE", "18.2", "yes"),
    ("c05_syddjurs_sensorer", "SYD-02", "1.0", "yes"),
    ("c05_syddjurs_sensorer", "SYD-03", "-1000", "ambiguous"),
    ("c05_syddjurs_sensorer", "SYD-04", "4000", "implied"),
    ("c05_syddjurs_sensorer", "SYD-04-SOLVED", "4000", "implied"),
    ("c05_syddjurs_sensorer", "SYD-05", "185", "implied"),
    ("c05_syddjurs_sensorer", "SYD-06", "192", "implied"),
    ("c05_syddjurs_sensorer", "SYD-07", "1.25", "implied"),
    ("c10_koebenhavn_dokumentgenkendelse", "DOC-01", "469231", "implied"),
    ("c10_koebenhavn_dokumentgenkendelse", "DOC-02", "351000", "no"),
    ("c10_koebenhavn_dokumentgenkendelse", "DOC-03", "36000", "implied"),
    ("c10_koebenhavn_dokumentgenkendelse", "DOC-04", "4.81", "ambiguous"),
    ("c10_koebenhavn_dokumentgenkendelse", "DOC-05", "4.42", "no"),
    ("c10_koebenhavn_dokumentgenkendelse", "DOC-06", "3.81", "no"),
    ("c10_koebenhavn_dokumentgenkendelse", "DOC-07", "3.42", "no"),
    ("c07b_hedensted_koersel", "HED-01", "17.6", "implied"),
    ("c08b_herning_brugerstyring", "HER-01", "2800", "implied"),
    ("c02_koebenhavn_kip_vend", "KIP-ROI-A", "87.0", "ambiguous"),
    ("c02_koebenhavn_kip_vend", "KIP-ROI-B", "87.0", "ambiguous"),
    ("c09_aktindsigt_ai", "AKT-08-NET", "-0.98", "implied"),
    ("c09_aktindsigt_ai", "AKT-09-NET", "0.88", "implied"),
    ("c09_aktindsigt_ai", "AKT-10-NET", "3.723", "implied"),
    ("c09_aktindsigt_ai", "AKT-PARTIES", "0.00", "yes"),
]


@pytest.mark.parametrize(
    ("name", "check", "value", "verdict"), FIGURES, ids=lambda each: str(each)[:30]
)
def test_a_figure_comes_out_of_the_model(name: str, check: str, value: Any, verdict: str) -> None:
    outcome = outcomes(name)[check]
    assert outcome.reproduces == verdict
    wanted = value if isinstance(value, list) else [value]
    computed = outcome.computed if isinstance(value, list) else [outcome.computed]
    assert [as_printed(one, told) for one, told in zip(computed, wanted, strict=True)] == wanted


def as_printed(computed: Decimal, told: str) -> str:
    exponent = int(Decimal(told).as_tuple().exponent)
    return str(round(Decimal(computed) + 0, -exponent)) if exponent else str(round(computed))


# case | reading | result, the first year of a series | what the solved number makes it
SOLVED = [
    ("c02_koebenhavn_kip_vend", "model_a", "roi", "0.87000000"),
    ("c02_koebenhavn_kip_vend", "model_b", "roi", "0.87000000"),
    ("c03_aalborg_tim", "", "net", "301000.00"),
    ("c04_kerteminde_traeningsapp", "", "net", "1045000.0"),
    ("c05_syddjurs_sensorer", "days_260", "net", "-12000.00"),
    ("c05_syddjurs_sensorer", "days_250", "net", "-12000.00"),
    ("c10_koebenhavn_dokumentgenkendelse", "printed_net", "annual_net", "315000.00"),
]


@pytest.mark.parametrize(("name", "reading", "result", "value"), SOLVED)
def test_a_number_that_was_solved_for_gives_the_figure_it_was_solved_from(
    name: str, reading: str, result: str, value: str
) -> None:
    found = RESULTS[result](evaluate(load(name), reading))
    first = found[0] if isinstance(found, list) else found
    assert round(first, len(value.split(".")[1])) == Decimal(value)


@pytest.mark.parametrize(
    ("name", "given", "change"),
    [
        ("c03_aalborg_tim", "lease_per_month", -1),
        ("c05_syddjurs_sensorer", "lease_per_month", -1),
        ("c04_kerteminde_traeningsapp", "licence_cost", -1),
        ("c01_vejle_skaermbesoeg", "visits_converted_per_week", 1),
        ("c10_koebenhavn_dokumentgenkendelse", "fte_printed", 1),
        ("c02_koebenhavn_kip_vend", "saving_per_home", 1),
    ],
)
def test_a_solved_number_does_not_follow_what_a_reader_changes(
    name: str, given: str, change: int
) -> None:
    case = load(name)
    value = case.assumptions[given].likely
    more = evaluate(case, "", {given: value * Decimal("1.1")}).total
    assert (more - evaluate(case).total) * change > 0


# case | published figure | what is found of it
FINDINGS = [
    ("c01_vejle_skaermbesoeg", "roi-2022", "reproduced"),
    ("c01_vejle_skaermbesoeg", "hours-per-citizen-year", "only_under_a_reading"),
    ("c02_koebenhavn_kip_vend", "roi-4-years", "only_under_a_reading"),
    ("c03_aalborg_tim", "net-per-year", "only_under_a_reading"),
    ("c03_aalborg_tim", "accuracy", "not_reproducible"),
    ("c04_kerteminde_traeningsapp", "net-2021", "not_reproducible"),
    ("c04_kerteminde_traeningsapp", "net-2021-figure", "reproduced"),
    ("c05_syddjurs_sensorer", "net-per-month", "only_under_a_reading"),
    ("c05_syddjurs_sensorer", "co2-saving", "not_reproducible"),
    ("c06_rksk_rpa", "roi-four-years", "reproduced"),
    ("c06_rksk_rpa", "net-total", "not_reproducible"),
    ("c07_helsingoer_planlaegning", "relative-gain", "reproduced"),
    ("c07_helsingoer_planlaegning", "fte-at-target", "only_under_a_reading"),
    ("c07b_hedensted_koersel", "saving-per-year", "not_reproducible"),
    ("c08_koebenhavn_iga", "roi-five-years", "only_under_a_reading"),
    ("c08_koebenhavn_iga", "case-reduction", "not_reproducible"),
    ("c09_aktindsigt_ai", "net-positive-in-year", "only_under_a_reading"),
    ("c10_koebenhavn_dokumentgenkendelse", "net-per-year", "not_reproducible"),
    ("c10_koebenhavn_dokumentgenkendelse", "payback", "only_under_a_reading"),
]


@pytest.mark.parametrize(("name", "figure", "finding"), FINDINGS)
def test_a_published_figure_is_found_to_be(name: str, figure: str, finding: str) -> None:
    assert proof(name).figure(figure).verdict == finding


@pytest.mark.parametrize("name", ORDER)
def test_a_figure_that_does_not_simply_follow_says_why_in_its_own_words(name: str) -> None:
    silent = [
        each.figure.id
        for each in proof(name).figures
        if each.verdict in (Finding.ONLY_UNDER_A_READING, Finding.NOT_REPRODUCIBLE)
        and not each.figure.reason
    ]
    assert silent == []


@pytest.mark.parametrize("name", ORDER)
def test_a_figure_without_a_check_is_one_that_cannot_be_reached(name: str) -> None:
    for figure in proof(name).unchecked:
        assert proof(name).figure(figure).verdict is Finding.NOT_REPRODUCIBLE


@pytest.mark.parametrize("name", ORDER)
def test_no_formula_of_a_line_types_a_fact_of_the_case(name: str) -> None:
    case = load(name)
    known = {
        str(each.value) for each in case.assumptions.values() if each.value not in (None, 1, 2)
    }
    texts = [formula.text for line in case.lines for formula in line.amount.terms.values()]
    assert [text for text in texts if any(f" {value} " in f" {text} " for value in known)] == []
