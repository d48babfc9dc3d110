"""The sheet of published figures: printed, what they come to, the verdict, the reason and the source."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from gevinst.features.benefits.publishing.figures import FigureView
from gevinst.features.benefits.reporting.workbook.book import Book


def write_figures(book: Book, figures: Sequence[FigureView]) -> None:
    """One row a figure; nothing where the case has published none."""
    if not figures:
        return
    sheet = book.sheet(book.layout.sheets.figures, (44, 24, 24, 24, 60, 60), (3, 1))
    book.text(sheet, 0, 0, book.layout.sheets.figures, "title")
    heads = (_("Figure"), _("Printed"), _("Comes to"), _("Verdict"), _("Why"), _("Source"))
    for column, words in enumerate(heads):
        book.text(sheet, 2, column, words, "head")
    for row, each in enumerate(figures, 3):
        told = (
            each.title,
            each.printed,
            each.computed,
            each.verdict_word,
            each.reason or each.meaning,
            each.source,
        )
        for column, words in enumerate(told):
            book.text(sheet, row, column, words, "text")
