"""What robots cost and each freed hour: the account of runs and effects by robot, authority and month."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any, cast

from django.db.models import Count, F, Q, QuerySet, Sum
from django.db.models.functions import TruncMonth
from django.utils.translation import gettext_lazy as _

from gevinst.engines.benefit import Account, BaselineRow, Figures
from gevinst.engines.benefit.calendar_months import month_end
from gevinst.engines.benefit.costs import Cell, Share, allocated
from gevinst.engines.benefit.tally import Tally
from gevinst.engines.businesscase.parameters import at
from gevinst.features.benefits.models import Baseline, Effect, RobotCost
from gevinst.features.benefits.queries.effects import own_authorities
from gevinst.shared.actor import Actor
from gevinst.shared.errors import DomainError

# The models of operations, by way of our own fields: rooms do not import each other's models.
RUNS = cast("Any", Effect._meta.get_field("run").related_model)._default_manager
ROBOTS = cast("Any", RobotCost._meta.get_field("robot").related_model)._default_manager


@dataclass(frozen=True, slots=True)
class RobotAccount:
    """An account whose authorities and robots are ids as texts; `robots` and `processes` are by id."""

    account: Account
    robots: dict[str, str]
    processes: dict[str, int]

    def of_process(self, process_id: int) -> Figures:
        """The figures of the process's robots, with their part of what is shared."""
        mine = {robot for robot, process in self.processes.items() if process == process_id}
        cells = {cell: tally for cell, tally in self.account.cells.items() if cell[1] in mine}
        costs = {cell: amount for cell, amount in self.account.costs.items() if cell[1] in mine}
        return replace(self.account, cells=cells, costs=costs).total


def costs(actor: Actor, authorities: Iterable[int] | None = None) -> QuerySet[RobotCost]:
    """The costs of robots at authorities that `actor` reads (of these only, where given), newest first."""
    found = RobotCost.objects.filter(_where(actor, authorities, "authority"))
    return found.select_related("authority", "robot")


def cost(actor: Actor, cost_id: int) -> RobotCost:
    """One cost. Raises `DomainError("not-found")` also where `actor` may not read it."""
    found = costs(actor).filter(pk=cost_id).first()
    if found is None:
        raise DomainError("not-found", _("There is no such cost."))
    return found


def robots_of(authority_id: int) -> list[tuple[int, str]]:
    """Id and name of an authority's robots, by name."""
    found = ROBOTS.filter(authority=authority_id).order_by("name")
    return list(found.values_list("pk", "name"))


def effective_hours(on: date) -> tuple[Decimal, str]:
    """The hours an FTE works a year where an authority has no figure of its own, and where that is from."""
    norm, share = at("hours-norm", on), at("utilisation", on)
    hours = cast("Decimal", norm.value) * cast("Decimal", share.value)
    return hours, f"{norm.value} × {share.value}: {share.source}"


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
    runs = RUNS.filter(_where(actor, authorities, "robot__authority"), status="completed")
    runs = runs.filter(on__lte=until, **({"on__gte": since} if since else {}))
    cells, names, processes = _cells(runs)
    if not cells:
        return None
    effects = Effect.objects.filter(run__in=runs.order_by())
    _add_effects(cells, effects)
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


def _where(actor: Actor, authorities: Iterable[int] | None, field: str) -> Q:
    own = own_authorities(actor)
    mine = Q() if own is None else Q(**{f"{field}__in": own})
    return mine if authorities is None else mine & Q(**{f"{field}__in": set(authorities)})


def _cells(runs: QuerySet[Any]) -> tuple[dict[Cell, Tally], dict[str, str], dict[str, int]]:
    cells: dict[Cell, Tally] = {}
    names: dict[str, str] = {}
    processes: dict[str, int] = {}
    rows = runs.order_by().annotate(month=TruncMonth("on"))
    keys = ("robot__authority", "robot", "robot__name", "robot__process", "month")
    counted = rows.values(*keys).annotate(
        runs=Count("pk"),
        items=Sum("received"),
        clean=Sum("untouched"),
        exceptions=Sum("referred"),
    )
    for row in counted:
        robot = str(row["robot"])
        names[robot], processes[robot] = row["robot__name"], row["robot__process"]
        # A run without an effect is uncounted until one is found below.
        cells[str(row["robot__authority"]), robot, row["month"]] = Tally(
            runs=row["runs"],
            uncounted=row["runs"],
            items=row["items"],
            untouched=row["clean"],
            exceptions=row["exceptions"],
        )
    return cells, names, processes


def _add_effects(cells: dict[Cell, Tally], effects: QuerySet[Effect]) -> None:
    open_minutes = (F("exceptions") - F("exceptions_done")) * F("baseline__exception_minutes")
    keys = ("run__robot__authority", "run__robot", "month", "baseline__evidence", "baseline__grade")
    rows = effects.order_by().annotate(month=TruncMonth("on"))
    summed = rows.values(*keys).annotate(
        counted=Count("pk"),
        freed=Sum("hours"),
        worth=Sum("amount"),
        spent=Sum("clerk_minutes") + Sum(open_minutes),
        gross=Sum(F("untouched") * F("baseline__manual_minutes")),
    )
    for row in summed:
        tally = cells[str(row["run__robot__authority"]), str(row["run__robot"]), row["month"]]
        tally.uncounted -= row["counted"]
        tally.minutes += row["freed"] * 60
        tally.worth += row["worth"] * 60
        tally.exception_minutes += row["spent"]
        known = Baseline(evidence=row["baseline__evidence"], grade=row["baseline__grade"]).known
        tally.by_grade[known] += row["gross"]


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
