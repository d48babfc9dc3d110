"""The parts that published case and memo share: years, readings, findings, sources, charts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from gevinst.engines.businesscase.model.case import Case
from gevinst.features.benefits.publishing.words import language

Part = dict[str, Any]


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
