"""The effect of a run: worked examples, and what must hold of every run."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gevinst.engines.benefit import Rates, clerk_minutes, effect, untouched_share

RATES = Rates(Decimal(12), Decimal(9), Decimal("412.50"))
counts = st.integers(0, 100_000)
minutes = st.decimals(0, 600, places=2)


@pytest.mark.parametrize(
    ("untouched", "exceptions", "done", "measured", "hours", "amount"),
    [
        (1700, 250, 90, "585", "306.25", "126328.13"),
        (0, 0, 0, "0", "0.00", "0.00"),
        (5, 0, 0, "0", "1.00", "412.50"),
        (0, 20, 0, "0", "-3.00", "-1237.50"),  # all open: the baseline's minutes count against
        (0, 20, 20, "200", "-3.33", "-1375.00"),  # all done: what was measured does
        (1, 0, 0, "0", "0.20", "82.50"),
        (0, 1, 1, "0.01", "0.00", "-0.07"),  # 0.06875, half up, away from zero
    ],
)
def test_worked_examples(  # noqa: PLR0917 - the columns of the table
    untouched: int, exceptions: int, done: int, measured: str, hours: str, amount: str
) -> None:
    freed = effect(
        untouched=untouched,
        exceptions=exceptions,
        exceptions_done=done,
        measured=Decimal(measured),
        rates=RATES,
    )
    assert (str(freed.hours), str(freed.amount)) == (hours, amount)


@pytest.mark.parametrize(("exceptions", "done", "measured"), [(1, 2, 0), (1, -1, 0), (1, 1, -1)])
def test_impossible_counts_are_refused(exceptions: int, done: int, measured: int) -> None:
    with pytest.raises(ValueError, match="exceptions done"):
        clerk_minutes(exceptions, done, Decimal(measured), RATES)


def test_a_negative_number_of_items_is_refused() -> None:
    with pytest.raises(ValueError, match="untouched"):
        effect(untouched=-1, exceptions=0, exceptions_done=0, measured=Decimal(0), rates=RATES)


@given(counts, counts, minutes)
def test_an_exception_never_frees_anything(
    untouched: int, exceptions: int, measured: Decimal
) -> None:
    alone = effect(
        untouched=untouched,
        exceptions=0,
        exceptions_done=0,
        measured=Decimal(0),
        rates=RATES,
    )
    with_them = effect(
        untouched=untouched,
        exceptions=exceptions,
        exceptions_done=exceptions,
        measured=measured if exceptions else Decimal(0),
        rates=RATES,
    )
    assert with_them.hours <= alone.hours
    assert with_them.amount <= alone.amount


@given(st.lists(st.tuples(counts, counts), min_size=1, max_size=12))
def test_runs_add_up_to_the_run_of_all_within_their_rounding(runs: list[tuple[int, int]]) -> None:
    nothing = Decimal(0)
    parts = [
        effect(untouched=u, exceptions=e, exceptions_done=0, measured=nothing, rates=RATES)
        for u, e in runs
    ]
    whole = effect(
        untouched=sum(u for u, _ in runs),
        exceptions=sum(e for _, e in runs),
        exceptions_done=0,
        measured=nothing,
        rates=RATES,
    )
    slack = Decimal("0.005") * (len(runs) + 1)
    assert abs(sum(p.hours for p in parts) - whole.hours) <= slack
    assert abs(sum(p.amount for p in parts) - whole.amount) <= slack


@given(counts, st.integers(0, 500), st.data())
def test_an_exception_done_in_the_minutes_expected_changes_nothing(
    untouched: int, exceptions: int, data: st.DataObject
) -> None:
    done = data.draw(st.integers(0, exceptions))
    kwargs = {"untouched": untouched, "exceptions": exceptions, "rates": RATES}
    waiting = effect(exceptions_done=0, measured=Decimal(0), **kwargs)
    ended = effect(exceptions_done=done, measured=done * RATES.exception_minutes, **kwargs)
    assert waiting == ended


@pytest.mark.parametrize(
    ("untouched", "received", "share"),
    [(1700, 2000, "0.8500"), (1, 3, "0.3333"), (0, 7, "0.0000"), (0, 0, None)],
)
def test_the_share_untouched(untouched: int, received: int, share: str | None) -> None:
    found = untouched_share(untouched, received)
    assert (None if found is None else str(found)) == share
