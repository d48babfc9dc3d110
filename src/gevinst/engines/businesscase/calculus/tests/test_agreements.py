"""What is agreed between the parties of a case: read, or refused with its place."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from gevinst.engines.businesscase.calculus.agreements import agreements
from gevinst.engines.businesscase.calculus.tests.cases import case, cost

HALF = {"a": Decimal("0.5"), "b": Decimal("0.5")}


def agreed(**told: Any) -> Any:
    return agreements(
        case(parties=["a", "b"], costs=[cost("run")], assumptions={"n": 5}, agreements=told)
    )


def test_nothing_agreed_is_no_fault() -> None:
    found = agreed()
    assert (found.operating, found.promises, found.step_downs, found.exits) == ((), (), (), ())


def test_everything_is_read() -> None:
    found = agreed(
        operating=["a"],
        payers=["a", "b"],
        temporary=["b"],
        volume="n",
        commitments=[{"party": "b", "phase": "development", "amounts": {2020: 5}}],
        step_down=[{"lines": ["run"], "after": {"a": 1}, "recouped": "a", "volume_above": 100}],
        exits=[{"party": "b", "on": "2021-07-01", "takes_over": {"a": 1}}],
        drawdown="somebody else's",
    )
    assert (found.operating, found.payers, found.temporary, found.volume) == (
        ("a",),
        ("a", "b"),
        ("b",),
        "n",
    )
    assert found.promises[0].amounts == {2020: 5}
    assert (found.step_downs[0].recouped, found.step_downs[0].volume_above) == ("a", 100)
    assert (found.exits[0].on, found.exits[0].lines) == (date(2021, 7, 1), ())


STEP = {"after": {"a": 1}, "recouped": "a"}
EXIT = {"party": "b", "on": "2021-07-01", "takes_over": {"a": 1}}
PROMISE = {"party": "b", "phase": "operation", "amounts": {2020: 5}}
REFUSED: list[tuple[str, dict[str, Any]]] = [
    ("agreements.operating: expected a list", {"operating": "a"}),
    ("agreements.payers: there is no party 'c'", {"payers": ["c"]}),
    ("agreements.volume: there is no assumption", {"volume": "robots"}),
    ("agreements.step_down: expected a list", {"step_down": STEP}),
    ("agreements.step_down.0: expected keys", {"step_down": [3]}),
    ("agreements.step_down.0: expected recouped", {"step_down": [{"after": {"a": 1}}]}),
    ("agreements.step_down.0.after: expected shares", {"step_down": [{"recouped": "a"}]}),
    ("sum to 0.5", {"step_down": [{**STEP, "after": {"a": Decimal("0.5")}}]}),
    ("none below 0", {"step_down": [{**STEP, "after": {"a": 2, "b": -1}}]}),
    ("sum to 0", {"step_down": [{**STEP, "after": {}}]}),
    ("expected a number, found True", {"step_down": [{**STEP, "volume_above": True}]}),
    ("expected a number, found 'x'", {"step_down": [{**STEP, "after": {"a": "x"}}]}),
    ("agreements.step_down.0.lines", {"step_down": [{**STEP, "lines": ["gone"]}]}),
    ("agreements.exits.0.lines", {"exits": [{**EXIT, "lines": "run"}]}),
    ("agreements.exits.0.on: expected a date", {"exits": [{**EXIT, "on": "soon"}]}),
    ("agreements.exits.0.party", {"exits": [{**EXIT, "party": "c"}]}),
    ("agreements.commitments.0.phase", {"commitments": [{**PROMISE, "phase": "later"}]}),
    (
        "agreements.commitments.0.amounts: expected DKK",
        {"commitments": [{**PROMISE, "amounts": 5}]},
    ),
    ("expected a year, found 'x'", {"commitments": [{**PROMISE, "amounts": {"x": 5}}]}),
    ("expected a number", {"commitments": [{**PROMISE, "amounts": {2020: "x"}}]}),
]


@pytest.mark.parametrize(("message", "told"), REFUSED, ids=[message for message, _ in REFUSED])
def test_refused(message: str, told: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=message.replace("(", r"\(")):
        agreed(**told)
