"""Effects as pages show them: key figures with their source, months as a chart and a table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from babel.dates import format_date
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from gevinst.features.benefits.models import Baseline
from gevinst.features.benefits.queries import ESTIMATED, MEASURED, Line, Sums, together
from gevinst.shared import charts
from gevinst.shared.charts import Bar
from gevinst.shared.templatetags.gevinst import day, dkk, number

Source = list[tuple[str, str]]


class Month(NamedTuple):
    """One row of the table beside a chart; `start` is the first day of the month."""

    start: date
    label: str
    kind: str
    sums: Sums


def cards(
    sums: Mapping[str, Sums], baselines: Sequence[Baseline] = (), note: str = ""
) -> list[dict[str, Any]]:
    """The key figures of sums by kind: hours and DKK of each, then the items nobody touched."""
    figures: list[dict[str, Any]] = []
    for kind, part in sums.items():
        if part.runs:
            behind = [one for one in baselines if one.is_measured == (kind == MEASURED)]
            both = {"kind": kind, "note": note, "source": source_of(part, kind, behind)}
            figures.append({"label": _("Hours freed"), "value": number(part.hours), **both})
            figures.append({"label": _("DKK freed"), "value": dkk(part.amount, 0), **both})
    total = together(sums.values())
    if total.runs:
        source = source_of(total, MEASURED)[:2]
        label, items = _("Items that nobody had to touch"), number(total.untouched)
        figures.append({"label": label, "value": items, "kind": MEASURED, "source": source})
    return figures


def month_name(month: date) -> str:
    """`jan. 2026`, in the reader's language."""
    locale = "en_GB" if (get_language() or "da").startswith("en") else "da_DK"
    return format_date(month, "MMM y", locale=locale)


def months(lines: Iterable[Line]) -> list[Month]:
    """The rows of the table, oldest first."""
    return [
        Month(line.month, month_name(line.month), line.kind, line.sums)
        for line in lines
        if line.month
    ]


def month_chart(rows: Sequence[Month], title: str) -> str:
    """Hours freed a month as bars, at least a year of months; nothing to draw gives nothing."""
    if not rows:
        return ""
    kinds = {MEASURED: charts.MEASURED, ESTIMATED: charts.ESTIMATED}
    held = {row.start for row in rows}
    bars = [Bar(row.label, row.sums.hours, kinds[row.kind], row.start) for row in rows]
    bars += [Bar(month_name(m), 0, charts.MEASURED, m) for m in _axis(held) if m not in held]
    bars.sort(key=lambda bar: bar.at or date.min)
    return charts.columns(bars, title=title, unit=_("hours"))


def _axis(held: Iterable[date]) -> list[date]:
    """Every month up to the last one held: from the first held, and twelve at least."""
    numbers = [month.year * 12 + month.month - 1 for month in held]
    start = min(*numbers, max(numbers) - 11)
    return [date(n // 12, n % 12 + 1, 1) for n in range(start, max(numbers) + 1)]


def source_of(sums: Sums, kind: str, baselines: Sequence[Baseline] = ()) -> Source:
    """How a figure came about: runs, items, clerks' part, and the baselines behind it."""
    runs = ngettext("%(n)s run", "%(n)s runs", sums.runs) % {"n": number(sums.runs)}
    items = _("%(untouched)s items that nobody touched, %(exceptions)s exceptions") % {
        "untouched": number(sums.untouched),
        "exceptions": number(sums.exceptions),
    }
    facts = [
        (_("Counted from"), f"{runs}, {items}"),
        (_("Period"), f"{day(sums.first)} – {day(sums.last)}"),
        (_("How"), _("Items untouched × minutes by hand − clerks' minutes on exceptions.")),
    ]
    if kind == ESTIMATED:
        facts.append((_("Note"), _("The minutes by hand are an estimate, not a measurement.")))
    return facts + [fact for one in baselines for fact in baseline_facts(one)]


def baseline_facts(one: Baseline) -> Source:
    """A baseline in words, with who set it and where the numbers come from."""
    words = _(
        "%(manual)s minutes an item, %(exception)s minutes an exception, %(cost)s an hour"
    ) % {
        "manual": number(one.manual_minutes, 2),
        "exception": number(one.exception_minutes, 2),
        "cost": dkk(one.hourly_cost),
    }
    title = _("Baseline from %(day)s") % {"day": day(one.valid_from)}
    known = f"{one.get_evidence_display()}: {one.source}"
    who = _("set by %(name)s %(day)s") % {"name": one.created_by_name, "day": day(one.created_at)}
    return [(title, f"{words}. {known} ({who})")]
