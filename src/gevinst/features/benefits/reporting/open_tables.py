"""Figures and years of a case as CSV, as a Danish Excel reads them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _

from gevinst.features.benefits.publishing.figures import FigureView
from gevinst.features.benefits.reporting.open_model import SERIES, Results
from gevinst.shared.spreadsheet import cell


def figures_csv(figures: Sequence[FigureView]) -> bytes:
    """The published figures, one a row, as a Danish Excel reads them."""
    head = (
        *(_("Figure"), _("Printed"), _("Comes to"), _("Verdict"), _("Why")),
        *(_("How known"), _("Period"), _("Source")),
    )
    rows = [
        (
            *(each.title, each.printed, each.computed, each.verdict_word),
            *(each.reason or each.meaning, each.status, each.window, each.source),
        )
        for each in figures
    ]
    return _csv_file(head, rows)


def years_csv(results: Results) -> bytes:
    """The years of the case as it stands and under each reading, DKK, hours and FTE."""
    head = (
        *(_("Reading"), _("Year"), _("Scenario 0"), _("Scenario 1"), _("Gains"), _("Costs")),
        *(_("From other parties"), _("Net"), _("Cumulative"), _("Hours freed"), _("FTE")),
    )
    rows = [
        (name or "0", year, *(getattr(result, key)[t] for key in SERIES))
        for name, result in results.items()
        for t, year in enumerate(result.years)
    ]
    return _csv_file(head, rows)


def _csv_file(head: Sequence[object], rows: Iterable[Sequence[object]]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";")
    writer.writerow([cell(each) for each in head])
    for row in rows:
        writer.writerow([cell(each) for each in row])
    return f"\ufeff{out.getvalue()}".encode()
