"""The portfolio of an authority's benefits: expected against measured, what slips, what is due, reminders."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_GET, require_POST

from gevinst.features.accounts import queries as accounts
from gevinst.features.benefits import queries
from gevinst.features.benefits.actions.reminder_choice import choose_reminder
from gevinst.features.benefits.charts.grouped import GroupBar, grouped_chart
from gevinst.features.benefits.models import Benefit
from gevinst.features.benefits.queries.portfolio import (
    LATE,
    SHORT,
    Portfolio,
    Sum,
    Unit,
    portfolio,
    reminder_days,
    slipped_cases,
)
from gevinst.features.benefits.register_models import Mode, State, Type
from gevinst.features.benefits.register_models import Unit as Units
from gevinst.features.benefits.web.portfolio_files import head, lines, workbook
from gevinst.features.benefits.web.readiness_frame import Facts, as_int
from gevinst.features.benefits.web.realised import percent
from gevinst.shared.actor import Actor
from gevinst.shared.errors import DomainError
from gevinst.shared.spreadsheet import csv_response
from gevinst.shared.templatetags.gevinst import dkk, number

BY = {
    "type": gettext_lazy("Type"),
    "tilstand": gettext_lazy("How far"),
    "realisering": gettext_lazy("How it is taken"),
    "ansvarlig": gettext_lazy("Owner"),
    "proces": gettext_lazy("Process"),
}
SLIPS = {
    LATE: gettext_lazy("Measured late"),
    SHORT: gettext_lazy("Below 80 % of what was expected"),
}
DAYS = (0, 1, 3, 7, 14, 30)
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DKK = (str(Units.DKK), "")


class Asked(NamedTuple):
    """What the address asks for."""

    actor: Actor
    found: Portfolio
    wanted: queries.Wanted
    choices: list[Any]
    own: list[int]
    today: date


@require_GET
def show(request: HttpRequest) -> HttpResponse:
    """The portfolio by what is asked for."""
    return page(request)


def page(request: HttpRequest, **more: Any) -> HttpResponse:
    """The page, with what a refusal adds."""
    asked = _asked(request)
    found, today = asked.found, asked.today
    by = request.GET.get("efter", "type")
    by = by if by in BY else "type"
    units = found.units
    unit = next((one for one in units if _code(one) == request.GET.get("enhed", "")), None)
    unit = unit or (DKK if DKK in units else units[0] if units else DKK)
    facts = {
        "asked": asked,
        "wanted": asked.wanted,
        "choices": asked.choices,
        "types": Type.choices,
        "states": State.choices,
        "modes": Mode.choices,
        "people": queries.owners(asked.own),
        "processes": _processes(asked),
        "dimensions": list(BY.items()),
        "by": by,
        "by_word": BY[by],
        "units": [(_code(one), _word(one)) for one in units],
        "unit": _code(unit),
        "unit_word": _word(unit),
        "figures": _figures(found),
        **_table(found, unit, by),
        "slipping": [
            (one, [SLIPS[slip] for slip in one.slips], percent(one.rate)) for one in found.slipping
        ],
        "cases": [
            (one.case, _moved(one.months)) for one in slipped_cases(asked.actor, asked.own, today)
        ],
        "due": found.next_due(today),
        "sent": _sent(found, asked.actor),
        "today": today,
        "days": [(one, _day_words(one)) for one in DAYS],
        "chosen_days": reminder_days(asked.actor),
        "owns": asked.actor.user_id is not None,
        "any": bool(found.holdings or found.left_out),
        **more,
    }
    return render(request, "benefits/portfolio.html", facts)


@require_GET
def as_csv(request: HttpRequest) -> StreamingHttpResponse:
    """The same benefits as CSV."""
    return csv_response("portefoelje", head(), lines(_asked(request).found))


@require_GET
def as_excel(request: HttpRequest) -> HttpResponse:
    """The same benefits as a workbook."""
    answer = HttpResponse(workbook(_asked(request).found), content_type=EXCEL)
    answer.headers["Content-Disposition"] = 'attachment; filename="portefoelje.xlsx"'
    return answer


@require_POST
def remind(request: HttpRequest) -> HttpResponse:
    """Takes when the person wants to be reminded."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    days = as_int(request.POST.get("dage", ""))
    choose_reminder(days_before=-1 if days is None else days, by=actor)
    messages.success(request, _("You are told %(when)s.") % {"when": _day_words(days or 0)})
    return HttpResponseRedirect(reverse("portfolio") + "#paamindelser")


def _asked(request: HttpRequest) -> Asked:
    """Raises `DomainError("not-allowed")` for one without a role anywhere."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    own = queries.own_authorities(actor)
    if own is not None and not own:
        raise DomainError("not-allowed", _("You need a role at an authority to see its benefits."))
    every = accounts.authorities()
    choices = list(every if own is None else every.filter(pk__in=own))
    told, today = request.GET, timezone.localdate()
    chosen = [one.pk for one in choices if one.code == told.get("myndighed")]
    held = tuple(chosen or (one.pk for one in choices))
    wanted = queries.Wanted(
        authorities=held,
        kind=_one_of(told.get("type", ""), Type.values),
        state=_one_of(told.get("tilstand", ""), State.values),
        mode=_one_of(told.get("realisering", ""), Mode.values),
        owner=as_int(told.get("ansvarlig", "")),
        process=as_int(told.get("proces", "")),
    )
    return Asked(actor, portfolio(actor, wanted, today), wanted, choices, list(held), today)


def _one_of(told: str, known: list[str]) -> str:
    return told if told in known else ""


def _processes(asked: Asked) -> list[tuple[int, str]]:
    """The processes that have a benefit, by title."""
    every = portfolio(
        asked.actor, queries.Wanted(authorities=asked.wanted.authorities), asked.today
    )
    held = {
        one.benefit.process_id: one.benefit.process.title
        for one in every.holdings
        if one.benefit.process
    }
    return sorted(((pk, title) for pk, title in held.items() if pk), key=lambda each: each[1])


def _key(by: str, one: Benefit) -> str:
    told = {
        "type": one.get_kind_display(),
        "tilstand": one.get_state_display(),
        "realisering": one.get_mode_display(),
        "ansvarlig": one.owner_name or _("No owner"),
        "proces": one.process.title if one.process else _("No process"),
    }
    return str(told[by])


def _table(found: Portfolio, unit: Unit, by: str) -> Facts:
    sums = found.sums(unit, lambda one: _key(by, one))
    bars = [
        GroupBar(label, one.expected, one.measured if one.measured_count else None)
        for label, one in sums.items()
    ]
    told = "; ".join(
        f"{bar.label}: {number(bar.expected)} / {number(bar.measured)}" for bar in bars
    )
    words = "" if unit == DKK else _word(unit)
    title = f"{_('Expected and measured a year')}: {told}"
    return {
        "rows": [(label, _row(one)) for label, one in sums.items()],
        "total": _row(found.total(unit)),
        "chart": grouped_chart(bars, words, title=title) if bars else "",
    }


def _row(one: Sum) -> Facts:
    return {"sum": one, "rate": percent(one.rate)}


def _figures(found: Portfolio) -> list[Facts]:
    """Expected and measured a year, in DKK and in hours."""
    figures = []
    rule = _("The sum of what each benefit in force is expected to give a year.")
    for unit in found.units:
        if unit not in (DKK, (str(Units.HOURS), "")):
            continue
        held = found.total(unit)
        told = (lambda value: dkk(value, 0)) if unit == DKK else number
        count = ngettext("%(n)s benefit", "%(n)s benefits", held.count) % {"n": number(held.count)}
        name = "" if unit == DKK else _("hours")
        figures.append({"label": _("Expected a year"), "value": told(held.expected), "unit": name,
                        "kind": "expected", "note": count, "source": [(_("Counted as"), rule)]})  # fmt: skip
        if held.measured_count:
            source = [
                (_("Counted as"), _("The newest measurement of each benefit, as one of a year.")),
                (
                    _("Measured"),
                    _("%(m)s of %(n)s benefits")
                    % {"m": number(held.measured_count), "n": number(held.count)},
                ),
                (_("Expected of the same"), told(held.due)),
            ]
            figures.append({"label": _("Measured a year"), "value": told(held.measured), "unit": name,
                            "kind": "measured", "note": percent(held.rate), "source": source})  # fmt: skip
    return figures


def _moved(months: Any) -> str:
    if months is None:
        return _("Break-even is not reached within the years any more.")
    return _("Break-even is %(n)s months later than planned.") % {"n": number(months, 1)}


def _sent(found: Portfolio, actor: Actor) -> list[Benefit]:
    """The person's own benefits that were reminded of, the newest day first."""
    own = [one.benefit for one in found.holdings if one.benefit.owner_id == actor.user_id]
    told = [one for one in own if one.reminded_for is not None]
    return sorted(told, key=lambda one: one.reminded_for or date.min, reverse=True)


def _day_words(days: int) -> str:
    if not days:
        return _("on the day")
    return ngettext("%(n)s day before", "%(n)s days before", days) % {"n": number(days)}


def _code(unit: Unit) -> str:
    return unit[1] or unit[0]


def _word(unit: Unit) -> str:
    return unit[1] or str(Units(unit[0]).label)
