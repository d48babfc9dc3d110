"""The parts that published case and memo share: years, readings, findings, sources, charts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from gevinst.engines.businesscase.calculus.result import Result
from gevinst.engines.businesscase.model.case import Case
from gevinst.engines.businesscase.notes import Note
from gevinst.features.benefits.charts.of_case import CaseChart, money, reading_name, sentence
from gevinst.features.benefits.publishing.findings import (
    SEVERITIES,
    finding_explanation,
    finding_title,
)
from gevinst.features.benefits.publishing.source_list import source_lines
from gevinst.features.benefits.publishing.words import language, word
from gevinst.shared.templatetags.gevinst import number

Part = dict[str, Any]
MOST_SOURCES = 60


def table(
    title: str,
    head: Sequence[str],
    rows: Sequence[Sequence[str]],
    kinds: str,
    widths: Sequence[float],
    *,
    note: str = "",
    strong: Sequence[int] = (),
    size: float = 9,
) -> Part:
    """A table; `kinds` has a letter a column, n for numbers; the rows in `strong` are sums."""
    return {
        "kind": "table",
        "title": title,
        "head": list(head),
        "rows": [{"cells": list(row), "strong": at in strong} for at, row in enumerate(rows)],
        "kinds": list(kinds),
        "widths": list(widths),
        "note": note,
        "size": size,
    }


def years_table(result: Result) -> Part:
    """Scenario 0, scenario 1, gains, costs, net and cumulative by year."""
    rows: list[tuple[str, ...]] = [
        (
            str(year),
            money(result.cost_0[t]),
            money(result.cost_1[t]),
            money(result.gain[t]),
            money(result.cost[t]),
            money(result.net[t]),
            money(result.cumulative[t]),
        )
        for t, year in enumerate(result.years)
    ]
    sums = [result.cost_0, result.cost_1, result.gain, result.cost, result.net]
    rows.append((_("Together"), *(money(sum(each)) for each in sums), ""))
    head = (
        _("Year"),
        _("Scenario 0"),
        _("Scenario 1"),
        _("Gains"),
        _("Costs"),
        _("Net"),
        _("Cumulative"),
    )
    told = _("DKK in prices of %(year)s") % {"year": result.case.price_year}
    title = _("Year by year")
    return table(
        title,
        head,
        rows,
        "tnnnnnn",
        (0, 1, 1, 1, 1, 1, 1),
        note=told,
        strong=(len(rows) - 1,),
        size=8,
    )


def readings_table(results: Mapping[str, Result]) -> Part:
    """What the case comes to as it stands and under each reading."""
    never = _("not within the years")
    rows, titles = [], []
    for at, (name, result) in enumerate(results.items()):
        roi, turn = result.roi(), result.break_even()
        title = result.case.readings[name].title if name else _("As the case stands")
        if name:
            titles.append(sentence(f"{reading_name(at)}: {title}"))
        rows.append(
            (
                reading_name(at) if name else title,
                money(sum(result.gain)),
                money(sum(result.cost)),
                money(result.total),
                "–" if roi is None else f"{number(100 * roi, 1)} %",
                never if turn is None else str(turn.year),
            )
        )
    head = ("", _("Gains"), _("Costs"), _("Net"), _("ROI"), _("Earned back"))
    title = _("One case, several readings") if titles else _("What the case comes to")
    return table(title, head, rows, "tnnnnn", (1.4, 1.2, 1.2, 1.2, 1, 1), note=" ".join(titles))


def findings_part(notes: Sequence[Note]) -> list[Part]:
    """What the checks say, the gravest first; nothing where they say nothing."""
    if not notes:
        return []
    rows = [
        (
            f"{word(SEVERITIES, note.facts['severity'])}: {finding_title(note.code)}",
            f"{note.told(language())} {finding_explanation(note.code)}",
        )
        for note in notes
    ]
    return [{"kind": "terms", "title": _("What to watch out for"), "rows": rows, "note": ""}]


def sources_part(case: Case) -> list[Part]:
    """Where each fact stands; nothing where no source names a document."""
    lines = source_lines(case)
    if not lines:
        return []
    documents = list(dict.fromkeys(each.document for each in lines))
    rows = [
        (
            str(documents.index(each.document) + 1),
            str(each.line or ""),
            f"“{each.anchor}”" if each.anchor else each.note,
            "; ".join(each.used_by),
        )
        for each in lines[:MOST_SOURCES]
    ]
    named = " ".join(f"{at}: {document}." for at, document in enumerate(documents, 1))
    head = (_("Document"), _("Line"), _("Found there"), _("Used for"))
    return [table(_("Sources"), head, rows, "nntt", (0, 0, 1.4, 2.4), note=named, size=8)]


def more_charts(charts: Sequence[CaseChart]) -> list[Part]:
    """The charts after the first, two by two; nothing where there is only one."""
    title, found = _("Where the money comes from and how sure it is"), charts[1:]
    if not found:
        return []
    rows = [
        {"title": each.caption, "picture": at, "alt": alt(each), "note": each.note}
        for at, each in enumerate(found, 1)
    ]
    return [{"kind": "charts", "title": title, "rows": rows, "note": ""}]


def chart_part(title: str, found: CaseChart, picture: int, width: int = 62) -> Part:
    """One chart in the middle of the page, `width` per cent of it wide."""
    return {
        "kind": "chart",
        "title": title,
        "picture": picture,
        "alt": alt(found),
        "width": width,
        "note": found.note,
    }


def alt(found: CaseChart) -> str:
    """A chart in words: what it shows and its numbers."""
    told = "; ".join(": ".join((row[0], ", ".join(row[1:]))) for row in found.rows)
    return f"{found.caption} ({', '.join(found.head[1:])}). {told}"


def facts_part(title: str, rows: Sequence[tuple[str, str]]) -> Part:
    """A box of terms and texts."""
    return {"kind": "facts", "title": title, "rows": [list(row) for row in rows], "note": ""}


def frame(case: Case, *, subtitle: str, footer: str, parts: Sequence[Part]) -> dict[str, Any]:
    """The document around its parts."""
    return {
        "lang": language(),
        "title": case.title,
        "author": ", ".join(case.authorities) or "Gevinst",
        "subtitle": subtitle,
        "summary": case.summary,
        "footer": footer,
        "page": _("Page"),
        "of": _("of"),
        "parts": list(parts),
    }
