"""Form fields of several lines: each line is a row of inputs, and an empty one ends the list."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from django import forms
from django.core.validators import URLValidator
from django.utils.dateparse import parse_date
from django.utils.functional import Promise
from django.utils.translation import gettext as _

SPARE = 2  # empty lines below those that are filled


@dataclass(frozen=True, slots=True)
class Column:
    """One input of a row."""

    name: str
    label: str | Promise
    type: str = "text"
    longest: int = 200


class RowsWidget(forms.Widget):
    """Rows of inputs `<field>-<column>`; `suggestions` names where texts of the first come from."""

    template_name = "catalogue/widgets/rows.html"
    use_fieldset = True

    def __init__(self, columns: Iterable[Column], suggestions: str = "") -> None:
        super().__init__()
        self.columns, self.suggestions = tuple(columns), suggestions
        self.options: Callable[[], list[str]] = list

    def id_for_label(self, id_: str | None, index: str | None = None) -> str:
        """A fieldset has a legend and no label."""
        return ""

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """The rows that are filled, and `SPARE` empty ones."""
        context = super().get_context(name, value, attrs)
        filled = [self._texts(row) for row in value or []]
        rows = [*filled, *([[""] * len(self.columns)] * SPARE)]
        context["widget"] |= {
            "rows": [list(zip(self.columns, row, strict=True)) for row in rows],
            "suggestions": self.suggestions,
            "options": self.options(),
            "base": context["widget"]["attrs"].get("id", f"id_{name}"),
            "described": context["widget"]["attrs"].get("aria-describedby", ""),
            "invalid": context["widget"]["attrs"].get("aria-invalid", ""),
        }
        return context

    def _texts(self, row: Any) -> list[str]:
        if not isinstance(row, dict):
            return [str(row)]
        return [str(row.get(column.name) or "") for column in self.columns]

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[Any]:
        """The rows in which something was typed: texts of a single column, else dicts."""
        lists = [data.getlist(f"{name}-{column.name}") for column in self.columns]
        rows = [[text.strip() for text in row] for row in zip_longest(*lists, fillvalue="")]
        kept = [row for row in rows if any(row)]
        if len(self.columns) == 1:
            return [row[0] for row in kept]
        names = [column.name for column in self.columns]
        return [dict(zip(names, row, strict=True)) for row in kept]

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        """Whether the form that was sent did not have the rows at all."""
        return f"{name}-{self.columns[0].name}" not in data


class RowsField(forms.Field):
    """A list of rows as `RowsWidget` gives them, each checked by `clean_row`."""

    widget: RowsWidget

    def __init__(self, widget: RowsWidget, **facts: Any) -> None:
        super().__init__(widget=widget, required=False, **facts)

    def to_python(self, value: Any) -> list[Any]:
        """The rows, in the order in which they stand, each once."""
        rows: list[Any] = []
        for row in value or []:
            cleaned = self.clean_row(row)
            if cleaned not in rows:
                rows.append(cleaned)
        return rows

    def clean_row(self, row: Any) -> Any:
        """A row that fits. Raises `ValidationError`."""
        longest = self.widget.columns[0].longest
        if len(row) > longest:
            message = _("“%(text)s” is longer than %(most)s characters.")
            raise forms.ValidationError(message % {"text": row[:40], "most": longest})
        return row


class LinkRows(RowsField):
    """Links: `{"title", "url"}`; the address stands for a missing title."""

    def clean_row(self, row: dict[str, str]) -> dict[str, str]:
        """Raises `ValidationError` for what is no address."""
        checked_address(row["url"])
        return {"title": (row["title"] or row["url"])[:200], "url": row["url"]}


class ClauseRows(RowsField):
    """Legal clauses: `{"text", "url", "verified_on"}`."""

    def clean_row(self, row: dict[str, str]) -> dict[str, Any]:
        """Raises `ValidationError` for a clause without words, and for what is no address or day."""
        if not row["text"]:
            raise forms.ValidationError(_("Write which clause it is."))
        if row["url"]:
            checked_address(row["url"])
        if not row["verified_on"]:
            return {"text": row["text"][:255], "url": row["url"], "verified_on": None}
        try:
            verified = parse_date(row["verified_on"])
        except ValueError:
            verified = None
        if verified is None:
            raise forms.ValidationError(_("“%(text)s” is no date.") % {"text": row["verified_on"]})
        return {"text": row["text"][:255], "url": row["url"], "verified_on": verified}


def checked_address(text: str) -> None:
    """Raises `ValidationError` unless it is an address of the web."""
    message = _("“%(text)s” is no web address: begin with https://.") % {"text": text[:80]}
    URLValidator(schemes=["http", "https"], message=message)(text)
