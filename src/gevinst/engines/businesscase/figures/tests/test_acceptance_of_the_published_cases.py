"""The checks that come with the method: each worked out anew comes to the verdict given there."""

from pathlib import Path

import pytest

from gevinst.engines.businesscase.figures.acceptance_entry import as_check
from gevinst.engines.businesscase.figures.acceptance_run import Outcome, run
from gevinst.engines.businesscase.figures.judging import judge

SOURCE = Path(__file__).resolve().parents[7] / "shared" / "benefits" / "acceptance.json"
pytestmark = pytest.mark.skipif(
    not SOURCE.exists(),
    reason="NOT RUN: the shared checks of the benefits method are not beside the project",
)
OUTCOMES = run(SOURCE) if SOURCE.exists() else []


@pytest.mark.parametrize("outcome", OUTCOMES, ids=lambda outcome: outcome.key)
def test_the_check_comes_to_what_is_given(outcome: Outcome) -> None:
    assert outcome.differences == ()
    assert outcome.verdict is not None
    assert outcome.given["reproduces"] == outcome.verdict.reproduces
    assert outcome.given["how"] == outcome.verdict.how


def test_every_check_is_there() -> None:
    assert len({outcome.key for outcome in OUTCOMES}) == 112


def test_the_verdict_does_not_look_at_what_is_given() -> None:
    bare = {"formula": "a-b", "inputs": {"a": 3, "b": 1}, "published": 2, "tolerance": 0}
    told = {
        **bare,
        "reproduces": "no",
        "how": "none",
        "computed": 7,
        "power": "weak",
        "note": "forced",
    }
    assert judge(as_check(bare)) == judge(as_check(told))
