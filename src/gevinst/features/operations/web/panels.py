"""What pages of other rooms show of operations."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from babel.dates import format_date
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from gevinst.features.operations import queries
from gevinst.features.operations.queries.outcomes import MonthOutcomes, outcomes_by_month
from gevinst.features.operations.web.trend import trend
from gevinst.shared.actor import Actor, Right
from gevinst.shared.charts import Bar, columns

LATEST = 5
MONTHS = timedelta(days=183)


def runs_panel(request: HttpRequest, process: Any) -> dict[str, Any] | None:
    """The robots of a process and their latest runs; nothing where there is none, or none may be read."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    lines = queries.robots(actor, process_id=process.pk)
    if not lines:
        return None
    runs = queries.runs(actor).filter(robot__process=process.pk)[:LATEST]
    return {"lines": [(line, trend(line.trend)) for line in lines], "runs": runs}


def latest_runs(request: HttpRequest, _: Any) -> dict[str, Any] | None:
    """The latest runs that the actor may read about; nothing for a guest."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    runs = list(queries.runs(actor)[:LATEST])
    return {"runs": runs} if runs else None


def rule_outcomes(request: HttpRequest, rule: tuple[int, str, str]) -> dict[str, Any] | None:
    """How often a rule (authority, block, rule) said what; nothing for one who may not read about it."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    authority_id, block_key, rule_id = rule
    if not actor.may(Right.READ, authority_id):
        return None
    since = (timezone.localdate() - MONTHS).replace(day=1)
    months = outcomes_by_month(authority_id, block_key, rule_id, since)
    caption = _("Lines a month that failed or were undecided")
    return {
        "months": months,
        "total": sum(row.ok + row.fail + row.undecided for row in months),
        "fail": sum(row.fail for row in months),
        "undecided": sum(row.undecided for row in months),
        "chart": columns([_bar(row) for row in months], title=caption, unit=_("lines"))
        if any(row.fail + row.undecided for row in months)
        else "",
        "caption": caption,
        "kinds": (),
    }


def _bar(row: MonthOutcomes) -> Bar:
    locale = "en" if (get_language() or "da").startswith("en") else "da"
    label = format_date(row.month, "MMM y", locale=locale)
    return Bar(label, row.fail + row.undecided, at=row.month)
