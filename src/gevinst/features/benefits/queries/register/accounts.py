"""The account of runs, effects and costs by robot, authority and month."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import QuerySet

from gevinst.engines.benefit import Account, BaselineRow
from gevinst.engines.benefit.calendar_months import month_end
from gevinst.engines.benefit.costs import Share, allocated
from gevinst.features.benefits.models import Baseline, Effect
from gevinst.features.benefits.queries.register.account_cells import add_effects, run_cells
from gevinst.features.benefits.queries.register.costs import costs
from gevinst.features.benefits.queries.register.robot_account import RobotAccount
from gevinst.features.benefits.queries.register.robots import RUNS, read_by
from gevinst.shared.actor import Actor


def account_of(
    actor: Actor,
    *,
    authorities: Iterable[int] | None = None,
    since: date | None = None,
    until: date,
    share: Share = Share.EQUAL,
) -> RobotAccount | None:
    """What the robots freed and cost, of authorities that `actor` reads; None where no robot has run.

    Hours and DKK are those of the effects, each by the baseline of its day. Without `since`, costs from
    before the first run count too.
    """
    runs = RUNS.filter(read_by(actor, authorities, "robot__authority"), status="completed")
    runs = runs.filter(on__lte=until, **({"on__gte": since} if since else {}))
    cells, names, processes = run_cells(runs)
    if not cells:
        return None
    effects = Effect.objects.filter(run__in=runs.order_by())
    add_effects(cells, effects)
    rows = [one.row for one in costs(actor, authorities)]
    counts = {cell: tally.items for cell, tally in cells.items()}
    begun = min(cell[2] for cell in cells)
    last = min(until, month_end(max(cell[2] for cell in cells)))
    account = Account(
        cells=cells,
        costs=allocated(rows, counts, share, since, last),
        used=_used(effects),
        cost_rows=rows,
        window=(max(since or begun, begun), last),
    )
    return RobotAccount(account, names, processes)


def _used(effects: QuerySet[Effect]) -> list[BaselineRow]:
    found = Baseline.objects.filter(effects__in=effects.order_by()).select_related("process")
    return [
        BaselineRow(
            robot=one.process.title,
            valid_from=one.valid_from,
            rates=one.rates,
            grade=one.known,
            source=one.source,
            n=one.n,
        )
        for one in found.distinct()
    ]
