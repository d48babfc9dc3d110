"""The shipped case files read without a fault and are what they say they are."""

from __future__ import annotations

import pytest

from gevinst.engines.businesscase.calculus.evaluate import evaluate
from gevinst.engines.businesscase.casefile.exact_yaml import parsed
from gevinst.engines.businesscase.casefile.read import check, read
from gevinst.engines.businesscase.casefile.write import dumps
from gevinst.engines.businesscase.cases import ORDER, load, shipped
from gevinst.engines.businesscase.cases.tests.material import facts


def test_all_twelve_cases_ship_in_the_order_of_the_catalogue() -> None:
    assert tuple(shipped()) == tuple(facts()) == ORDER


@pytest.mark.parametrize("name", ORDER)
def test_a_shipped_file_has_no_fault_and_its_own_id(name: str) -> None:
    case, faults = check(shipped()[name])
    assert [str(fault) for fault in faults] == []
    assert case is not None
    assert case.id == name


@pytest.mark.parametrize("name", ORDER)
def test_a_shipped_file_survives_being_written_anew(name: str) -> None:
    assert read(dumps(parsed(shipped()[name]).data)) == load(name)


@pytest.mark.parametrize("name", ORDER)
def test_every_reading_can_be_worked_out(name: str) -> None:
    case = load(name)
    for reading in ("", *case.readings):
        assert len(evaluate(case, reading).net) == len(case.years)


def test_a_case_is_found_by_its_number_and_an_unknown_one_is_refused() -> None:
    assert load("c07b").id == "c07b_hedensted_koersel"
    with pytest.raises(KeyError):
        load("c11")
