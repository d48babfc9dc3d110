"""The account of runs within a window, each counted by the baseline that held on its day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from gevinst.engines.benefit.account import Account
from gevinst.engines.benefit.baselines import Baselines
from gevinst.engines.benefit.calendar_months import month_end, month_of
from gevinst.engines.benefit.costs import Cell, Share, allocated
from gevinst.engines.benefit.rows import BaselineRow, CostRow, RunRow
from gevinst.engines.benefit.tally import Tally


def account(
    runs: Iterable[RunRow],
    baselines: Iterable[BaselineRow],
    costs: Iterable[CostRow] = (),
    *,
    since: date | None = None,
    until: date | None = None,
    share: Share = Share.EQUAL,
) -> Account:
    """The account of the runs within a window (both days included; the runs' own months by default).

    Without `since` costs from before the first run count, for they are part of what it cost.
    Raises `ValueError` when no run lies in the window.
    """
    known, cost_rows = Baselines(baselines), list(costs)
    cells: dict[Cell, Tally] = defaultdict(Tally)
    used: dict[BaselineRow, None] = {}
    for row in runs:
        if (since and row.on < since) or (until and row.on > until):
            continue
        baseline = known.on(row.authority, row.robot, row.on)
        cells[row.authority, row.robot, month_of(row.on)].add(row, baseline)
        if baseline is not None:
            used[baseline] = None
    if not cells:
        raise ValueError("no run lies within the window: check the dates")
    held = [cell[2] for cell in cells]
    window = (max(since or min(held), min(held)), until or month_end(max(held)))
    items = {cell: tally.items for cell, tally in cells.items()}
    booked = allocated(cost_rows, items, share, since, window[1])
    return Account(dict(cells), booked, list(used), cost_rows, window)
