"""Readings and checks of a case file: another perspective, what a source states, what a check expects."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from gevinst.engines.businesscase.calculus.evaluate import evaluate
from gevinst.engines.businesscase.casefile.document import CaseFault
from gevinst.engines.businesscase.casefile.read import read
from gevinst.engines.businesscase.casefile.write import dumps
from gevinst.engines.businesscase.model.case import Case


def case(**parts: Any) -> Case:
    lease = {"id": "lease", "title": "Lease", "scenario": 1, "place": "operation.licences.lease"}
    shares = {"team": Decimal("0.25"), "fund": Decimal("0.75")}
    made = {
        "case": 1,
        "id": "example",
        "title": "Example",
        "origin": "project_start",
        "years": {"from": 2022, "to": 2022},
        "parties": ["team", "fund"],
        "assumptions": {"price": {"value": 2100, "qualifier": "approx", "decimals": -2}},
        "costs": [{**lease, "amount": "price", "shares": shares}],
    }
    return read(dumps({**made, **parts}))


def test_a_reading_may_be_seen_by_some_of_the_parties() -> None:
    held = case(readings={"own": {"title": "The team's own", "perspective": ["team"]}})
    assert [evaluate(held, reading).total for reading in ("", "own")] == [-2100, -525]


def test_a_reading_without_a_perspective_keeps_the_case_s_own() -> None:
    held = case(perspective=["fund"], readings={"same": {"title": "The same"}})
    assert evaluate(held, "same").total == -1575


def test_a_reading_replaces_a_rounded_number_by_an_exact_one() -> None:
    held = case(readings={"dearer": {"title": "Dearer", "assumptions": {"price": 2200}}})
    price = held.under("dearer").assumptions["price"]
    assert (price.value, price.decimals, price.qualifier) == (2200, None, "exact")
    assert held.assumptions["price"].decimals == -2


@pytest.mark.parametrize(("written", "stated"), [({}, False), ({"stated": True}, True)])
def test_a_reading_says_whether_the_source_states_it(written: dict[str, Any], stated: bool) -> None:
    held = case(readings={"high": {"title": "The upper end", **written}})
    assert held.readings["high"].stated is stated


@pytest.mark.parametrize("expects", [Decimal("0.5"), True, False, [30]])
def test_a_check_may_expect_something_else_than_the_figure(expects: Any) -> None:
    check = {"formula": "price", "expects": expects}
    held = case(published=[{"id": "f", "title": "F", "value": 1, "checks": [check]}])
    wanted = (Decimal(30),) if isinstance(expects, list) else expects
    assert held.published[0].checks[0].expects == wanted


def test_a_party_that_the_case_does_not_know_is_a_fault_of_the_reading() -> None:
    with pytest.raises(CaseFault, match="there is no party 'state'") as fault:
        case(readings={"state": {"title": "The state", "perspective": ["state"]}})
    assert fault.value.path == ("readings", "state", "perspective")
