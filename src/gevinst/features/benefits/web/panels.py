"""What benefits shows on other rooms' pages: the effect of a process."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from gevinst.features.benefits import queries
from gevinst.features.benefits.web import price
from gevinst.features.benefits.web.figures import cards, month_chart, months
from gevinst.shared.actor import Actor, Right
from gevinst.shared.panels import Context

if TYPE_CHECKING:
    from gevinst.features.catalogue.models import Process


def effect_panel(request: HttpRequest, process: Process) -> Context:
    """The effect of a process: figures by kind of baseline, months, and what is missing."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    found = queries.effects(actor, process=process.pk)
    rows = months(queries.by_month(found))
    set_here = queries.may_set(actor, process.pk)
    behind = queries.baselines_behind(found)
    current = queries.baseline_on(process.pk, timezone.localdate())
    if not rows and not set_here and current is None:
        return None
    return {
        "process": process,
        "figures": cards(queries.sums(found), behind),
        "months": rows,
        "kinds": {row.kind for row in rows},
        "chart": month_chart(
            rows, _("Hours freed a month by %(title)s") % {"title": process.title}
        ),
        "current": current,
        "may_set": set_here,
        **_price(actor, process),
    }


def _price(actor: Actor, process: Process) -> dict[str, Any]:
    """What a freed hour costs, for those who read the authority: others see the effect alone."""
    today = timezone.localdate()
    found = None
    if actor.may(Right.READ, process.authority_id):
        places = [process.authority_id]
        found = queries.account_of(actor, authorities=places, until=today)
    return price.facts(found, today, process.pk)


def year_ago() -> date:
    """The first day of the last twelve months."""
    return timezone.localdate() - timedelta(days=364)
