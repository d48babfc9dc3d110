"""The page of the portfolio: expected against measured, what slips, what is due, reminders."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from gevinst.features.benefits import queries
from gevinst.features.benefits.queries.portfolio.holding import LATE, SHORT
from gevinst.features.benefits.queries.portfolio.reminder import reminder_days
from gevinst.features.benefits.queries.portfolio.slipped import slipped_cases
from gevinst.features.benefits.register_choices import BenefitState, Mode, Type
from gevinst.features.benefits.web.following.realised.figures import percent
from gevinst.features.benefits.web.portfolio.asking import asked_of, processes_of
from gevinst.features.benefits.web.portfolio.figures import moved_words, portfolio_figures
from gevinst.features.benefits.web.portfolio.reminding import DAYS, day_words, reminded_of
from gevinst.features.benefits.web.portfolio.table import BY, sums_table
from gevinst.features.benefits.web.portfolio.units import DKK, unit_code, unit_word

SLIPS = {
    LATE: gettext_lazy("Measured late"),
    SHORT: gettext_lazy("Below 80 per cent of what was expected"),
}


@require_GET
def show(request: HttpRequest) -> HttpResponse:
    """The portfolio by what is asked for."""
    return page(request)


def page(request: HttpRequest, **more: Any) -> HttpResponse:
    """The page, with what a refusal adds."""
    asked = asked_of(request)
    found, today = asked.found, asked.today
    by = request.GET.get("efter", "type")
    by = by if by in BY else "type"
    units = found.units
    unit = next((one for one in units if unit_code(one) == request.GET.get("enhed", "")), None)
    unit = unit or (DKK if DKK in units else units[0] if units else DKK)
    facts = {
        "asked": asked,
        "wanted": asked.wanted,
        "choices": asked.choices,
        "types": Type.choices,
        "states": BenefitState.choices,
        "modes": Mode.choices,
        "people": queries.owners(asked.own),
        "processes": processes_of(asked),
        "dimensions": list(BY.items()),
        "by": by,
        "by_word": BY[by],
        "units": [(unit_code(one), unit_word(one)) for one in units],
        "unit": unit_code(unit),
        "unit_word": unit_word(unit),
        "figures": portfolio_figures(found),
        **sums_table(found, unit, by),
        "slipping": [
            (one, [SLIPS[slip] for slip in one.slips], percent(one.rate)) for one in found.slipping
        ],
        "cases": [
            (one.case, moved_words(one.months))
            for one in slipped_cases(asked.actor, asked.own, today)
        ],
        "due": found.next_due(today),
        "sent": reminded_of(found, asked.actor),
        "today": today,
        "days": [(one, day_words(one)) for one in DAYS],
        "chosen_days": reminder_days(asked.actor),
        "owns": asked.actor.user_id is not None,
        "any": bool(found.holdings or found.left_out),
        **more,
    }
    return render(request, "benefits/portfolio.html", facts)
