"""When a person wants to be reminded of a measurement, and what was reminded of."""

from __future__ import annotations

from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from gevinst.features.benefits.actions.reminder_choice import choose_reminder
from gevinst.features.benefits.models import Benefit
from gevinst.features.benefits.queries.portfolio.portfolio import Portfolio
from gevinst.features.benefits.web.following.frame import as_int
from gevinst.shared.actor import Actor
from gevinst.shared.templatetags.gevinst import number

DAYS = (0, 1, 3, 7, 14, 30)


@require_POST
def remind(request: HttpRequest) -> HttpResponse:
    """Takes when the person wants to be reminded."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    days = as_int(request.POST.get("dage", ""))
    choose_reminder(days_before=-1 if days is None else days, by=actor)
    messages.success(request, _("You are told %(when)s.") % {"when": day_words(days or 0)})
    return HttpResponseRedirect(reverse("portfolio") + "#paamindelser")


def reminded_of(found: Portfolio, actor: Actor) -> list[Benefit]:
    """The person's own benefits that were reminded of, the newest day first."""
    own = [one.benefit for one in found.holdings if one.benefit.owner_id == actor.user_id]
    told = [one for one in own if one.reminded_for is not None]
    return sorted(told, key=lambda one: one.reminded_for or date.min, reverse=True)


def day_words(days: int) -> str:
    """How long before a due day the reminder comes, in words."""
    if not days:
        return _("on the day")
    return ngettext("%(n)s day before", "%(n)s days before", days) % {"n": number(days)}
