"""The addresses of the rules."""

from __future__ import annotations

from django.urls import path

from gevinst.features.control.web import books, changes, editor, rules

CHANGE = "regler/aendringer/<int:change_id>/"
BOOK = "regler/<slug:code>/<slug:block_key>/"
RULE = f"{BOOK}<slug:rule_id>/"

urlpatterns = [
    path("regler/", books.places, name="rules"),
    path(CHANGE, changes.change, name="rule-change"),
    path(f"{CHANGE}virkning/", changes.impact, name="rule-change-impact"),
    path(f"{CHANGE}regel/<slug:rule_id>/", editor.edit, name="rule-edit"),
    path(f"{CHANGE}<slug:act>/", changes.step, name="rule-change-step"),
    path(BOOK, books.book, name="rule-book"),
    path(f"{BOOK}aendringer/", changes.changes, name="rule-changes"),
    path(f"{BOOK}aendringer/ny/", changes.start, name="rule-change-start"),
    path(RULE, rules.rule, name="rule"),
    path(f"{RULE}sql/<slug:dialect>.sql", rules.sql, name="rule-sql"),
]
