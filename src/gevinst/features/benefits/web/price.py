"""What a freed hour costs, as pages show it: cost, price of an hour, ROI, FTE, and what is said beside."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from gevinst.engines.benefit import Figures, remarks
from gevinst.engines.benefit.evidence import MEASURED
from gevinst.engines.businesscase.notes import Note
from gevinst.features.benefits import queries
from gevinst.features.benefits.queries import RobotAccount
from gevinst.shared.templatetags.gevinst import day, dkk, number


class RobotRow(NamedTuple):
    """One robot of the table; `fte` is a year's."""

    name: str
    figures: Figures
    fte: Decimal | None


def facts(found: RobotAccount | None, on: date, process: int | None = None) -> dict[str, Any]:
    """What `benefits/price.html` shows: figures, robots and remarks; of one process, where it is given."""
    if found is None or not found.account.cost_rows:
        return {"price": [], "robots": [], "remarks": []}
    total = found.account.total if process is None else found.of_process(process)
    return {
        "price": _figures(total, found, on),
        "robots": [] if process is not None else _robots(found, on),
        "remarks": _words(remarks(found.account)),
    }


def _figures(total: Figures, found: RobotAccount, on: date) -> list[dict[str, Any]]:
    first, last = found.account.window
    source = [
        (_("Period"), f"{day(first)} – {day(last)}"),
        (_("Cost"), dkk(total.cost)),
        (_("Hours freed"), number(total.hours, 2)),
        (
            _("How"),
            _("Costs of the robot itself, and its part of what the robots share, month by month."),
        ),
    ]
    cards: list[dict[str, Any]] = [
        {"label": _("Cost of the robots"), "value": dkk(total.cost, 0), "source": source},
        {
            "label": _("A freed hour costs"),
            "value": dkk(total.cost_per_hour),
            "source": source,
            "kind": _kind(total),
        },
    ]
    if total.manual_hour is not None:
        cards.append({"label": _("An hour by hand costs"), "value": dkk(total.manual_hour)})
    if total.roi is not None:
        how = [*source, (_("How"), _("(Benefit − cost) / cost, not discounted, over the period."))]
        roi = {"label": _("ROI"), "value": number(total.roi * 100), "unit": "%", "source": how}
        cards.append(roi | {"kind": _kind(total)})
    return [*cards, *fte_card(total, on)]


def fte_card(total: Figures, on: date) -> list[dict[str, Any]]:
    """Full-time equivalents a year, with the hours that an FTE is taken to work."""
    effective, said = queries.effective_hours(on)
    fte = total.fte(effective)
    if fte is None:
        return []
    told = _("%(hours)s effective hours a year. %(source)s") % {
        "hours": number(effective, 1),
        "source": said,
    }
    source, kind = [(_("Effective hours of an FTE"), told)], {"kind": _kind(total)}
    card = {"label": _("FTE freed a year"), "value": number(fte, 2), "source": source}
    return [card | kind]


def _kind(total: Figures) -> str:
    """No figure is better known than the weakest evidence in it."""
    return queries.MEASURED if total.grade in MEASURED else queries.ESTIMATED


def _robots(found: RobotAccount, on: date) -> list[RobotRow]:
    effective, _source = queries.effective_hours(on)
    shared = _("Not carried by a robot")
    rows = (
        RobotRow(found.robots.get(str(key[0]), shared), figures, figures.fte(effective))
        for key, figures in found.account.by("robot")
    )
    return sorted(rows, key=lambda row: -row.figures.minutes)


def _words(notes: Iterable[Note]) -> list[str]:
    """The remarks in the reader's language; those on single baselines stand on the baselines' page."""
    words = {
        "per-robot-over-uncounted": _(
            "%(with_hours)s of %(robots)s robots have hours; the others have no baseline."
        ),
        "runs-without-baseline": _(
            "%(uncounted)s of %(runs)s runs lie on a day without a baseline."
        ),
        "different-windows": _("Hours and costs do not cover the same months."),
        "team-cost-missing": _(
            "No team is among the costs; the time of your own staff belongs there."
        ),
        "cost-of-no-robot": _("%(amount)s DKK fall in months in which no robot ran."),
        "mostly-estimated": _("More than half of the minutes rest on estimates."),
    }
    return [words[note.code] % dict(note.facts) for note in notes if note.code in words]
