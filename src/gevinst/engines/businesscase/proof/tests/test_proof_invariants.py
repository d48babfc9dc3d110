"""What holds of every proof: what prints as the figure is a hit, and the order of checks is nothing."""

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from gevinst.engines.businesscase.proof import prove
from gevinst.engines.businesscase.proof.figures import best_of
from gevinst.engines.businesscase.proof.tests.samples import case

NUMBERS = st.decimals(min_value=-10_000, max_value=10_000, places=4)
CHECKS = st.lists(
    st.fixed_dictionaries(
        {
            "formula": st.sampled_from(
                ["visits", "visits + 1", "weekly", "100 * roi", "1 / (visits - 200)"]
            )
        },
        optional={
            "circular": st.just(True),
            "assumptions": st.just(["x"]),
            "reading": st.sampled_from(["faster", "with_extra"]),
        },
    ),
    min_size=1,
    max_size=5,
)


@settings(max_examples=40, deadline=None)
@given(value=NUMBERS, decimals=st.integers(-2, 3), truncated=st.booleans())
def test_what_prints_as_the_figure_is_a_hit(value: Decimal, decimals: int, truncated: bool) -> None:
    mode = ROUND_DOWN if truncated else ROUND_HALF_UP
    printed = value.quantize(Decimal(1).scaleb(-decimals), mode)
    figure = {
        "id": "f",
        "value": Decimal(format(printed, "f")),
        "decimals": decimals,
        "display": "truncated" if truncated else "rounded",
        "checks": [{"formula": "x", "inputs": {"x": value}}],
    }
    outcome = prove(case(figure)).figures[0].outcomes[0]
    assert outcome.reproduces == "yes", (value, printed)


@settings(max_examples=25, deadline=None)
@given(checks=CHECKS, data=st.data())
def test_the_order_of_the_checks_does_not_change_the_verdict(
    checks: list[dict[str, object]], data: st.DataObject
) -> None:
    proof = prove(case({"id": "f", "value": 200, "checks": checks})).figures[0]
    other = data.draw(st.permutations(proof.outcomes))
    best = best_of(other)
    assert best is not None
    assert proof.best is not None
    assert (best.reproduces, best.how) == (proof.best.reproduces, proof.best.how)
    assert all(each.reproduces != "yes" for each in other) or best.reproduces == "yes"
