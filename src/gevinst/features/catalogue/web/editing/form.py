"""The full form of a process, in groups. The action checks and saves; the form reads what was typed."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from gevinst.features.accounts import queries as accounts
from gevinst.features.catalogue.fields import CHANGEABLE
from gevinst.features.catalogue.models import Domain, Process
from gevinst.features.catalogue.web.editing import choices, groups
from gevinst.features.catalogue.web.editing.labels import HINTS, LABELS
from gevinst.features.catalogue.web.editing.rows import (
    ClauseRows,
    Column,
    LinkRows,
    RowsField,
    RowsWidget,
)
from gevinst.shared.actor import Actor, Right

PEOPLE = ("owner", "contact", "reporter")
NAMED = {
    "systems_today": "systemer", "systems_used": "systemer", "technologies": "teknologier",
}  # fmt: skip
LONG = {"description": 6, "internal_notes": 4}
WIDE = ("title", "search_words", "kle", "form", "kla", "repository_url", "documentation_url")


def _names(label: Any, kind: str) -> RowsField:
    return RowsField(RowsWidget([Column("name", _("Name"), longest=120)], kind), label=label)


def _amount(**facts: Any) -> forms.DecimalField:
    """A number as Danes write it, with a comma."""
    widget = forms.TextInput({"inputmode": "decimal", "class": "input-width-xs"})
    return forms.DecimalField(
        required=False, min_value=0, decimal_places=2, widget=widget, localize=True, **facts
    )


def _address() -> forms.URLField:
    return forms.URLField(required=False, max_length=500, assume_scheme="https")


class ProcessForm(forms.ModelForm):  # type: ignore[type-arg]
    """Creates and changes a process; `authority` is asked only where there is a choice."""

    domains = forms.MultipleChoiceField(
        choices=Domain.choices, required=False, widget=forms.CheckboxSelectMultiple
    )
    systems_today = _names(_("IT systems of today"), "systemer")
    systems_used = _names(_("IT systems that the robot uses"), "systemer")
    technologies = _names(_("Technologies"), "teknologier")
    links = LinkRows(
        RowsWidget([Column("title", _("Title")), Column("url", _("Address"), "url", 500)]),
        label=_("Links"),
    )
    legal_clauses = ClauseRows(
        RowsWidget(
            [
                Column("text", _("Clause"), longest=255),
                Column("url", _("Address of the law"), "url", 500),
                Column("verified_on", _("Last verified"), "date"),
            ]
        ),
        label=_("Legal clauses"),
    )
    co_editors = RowsField(
        RowsWidget([Column("email", _("E-mail"), "email", 254)]), label=_("Co-editors")
    )
    block_key = forms.ChoiceField(label=_("Building block"), required=False)
    owner = forms.TypedChoiceField(label=_("Owner"), required=False, coerce=int, empty_value=None)
    contact = forms.TypedChoiceField(required=False, coerce=int, empty_value=None)
    reporter = forms.TypedChoiceField(
        label=_("Reported by"), required=False, coerce=int, empty_value=None
    )
    units = forms.TypedMultipleChoiceField(
        label=_("Organisation units"),
        required=False,
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
    )
    automatable = _amount(max_value=100)
    minutes = _amount(max_digits=9)
    development_hours = _amount(max_digits=9)

    repository_url = _address()
    documentation_url = _address()

    class Meta:
        model = Process
        fields = tuple(
            name for names in groups.FIELDS.values() for name in names if name in CHANGEABLE
        )
        labels = LABELS
        help_texts = HINTS

    def __init__(self, *args: Any, actor: Actor, authority_id: int | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.actor, self.authority_id = actor, authority_id
        for name, field in self.fields.items():
            _dressed(name, field)
        for name in ("kind", "status", "phase", "visibility"):
            self.fields[name].required = False
        self._initial_rows()
        self._choices()

    def _initial_rows(self) -> None:
        process = self.instance
        known = choices.named(process)
        for name, kind in NAMED.items():
            ids = getattr(process, name)
            self.initial[name] = [known[kind][one] for one in ids if one in known[kind]]
        if process.automatable is not None:
            self.initial["automatable"] = (process.automatable * 100).normalize()
        if process.pk is None:
            return
        editors = list(process.co_editors.values_list("user_id", flat=True))
        self.initial["co_editors"] = list(accounts.emails(editors).values())
        self.initial["legal_clauses"] = [
            {"text": one.text, "url": one.url, "verified_on": one.verified_on}
            for one in process.legal_clauses.all()
        ]

    def _choices(self) -> None:
        place, process = self.authority_id, self.instance
        chosen = [process.owner_id, process.contact_id, process.reporter_id]
        found = choices.people(place, chosen) if place else [("", _("Nobody"))]
        for name in PEOPLE:
            self.fields[name].choices = found  # type: ignore[attr-defined]
        units = choices.units(place) if place else []
        if units:
            self.fields["units"].choices = units  # type: ignore[attr-defined]
        else:
            del self.fields["units"]
        self.fields["block_key"].choices = choices.building_blocks(process.block_key)  # type: ignore[attr-defined]
        places = [place] if place else sorted(self.actor.authorities(Right.READ))
        for kind in ("systemer", "teknologier"):
            texts = choices.suggestions(kind, places)
            for name in (one for one, of in NAMED.items() if of == kind):
                self.fields[name].widget.options = lambda texts=texts: texts

    @cached_property
    def found(self) -> set[str]:
        """The names of fields with a fault; none of a form that was not sent."""
        return set(self.errors) if self.is_bound else set()

    @property
    def sections(self) -> list[groups.Section]:
        """The groups as they stand on the page."""
        return groups.sections(self, str(self["phase"].value() or "idea"))

    @property
    def facts(self) -> dict[str, Any]:
        """What was sent, by field; what the form that was sent did not have is left out."""
        sent = {}
        for name, value in self.cleaned_data.items():
            widget = self.fields[name].widget
            if not widget.value_omitted_from_data(self.data, self.files, self.add_prefix(name)):
                sent[name] = value
        for name in ("kind", "status", "phase", "visibility"):
            if sent.get(name) == "":
                del sent[name]
        return sent

    def clean_automatable(self) -> Decimal | None:
        """Per cent as a share of 1."""
        per_cent = self.cleaned_data["automatable"]
        return None if per_cent is None else per_cent / 100

    def clean_co_editors(self) -> list[int]:
        """People by their addresses. Raises `ValidationError` for one that nobody has."""
        ids = []
        for email in self.cleaned_data["co_editors"]:
            person = accounts.user_by_email(email)
            if person is None:
                message = _("Nobody here has the address %(email)s.") % {"email": email}
                raise forms.ValidationError(message)
            ids.append(person.pk)
        return ids

    def _post_clean(self) -> None:
        """The action validates and saves; the form only reads what was typed."""


def _dressed(name: str, field: forms.Field) -> None:
    """A field's widget, label and hint as the page shows them."""
    field.label = capfirst(str(LABELS.get(name, field.label)))
    field.help_text = HINTS.get(name, field.help_text)
    widget = field.widget
    if isinstance(widget, forms.Textarea):
        widget.attrs["rows"] = LONG.get(name, 3)
    elif name == "summary":
        widget.attrs["class"] = "g-wide"
    elif name in WIDE:
        widget.attrs["class"] = "input-width-xl"
    elif isinstance(widget, forms.DateInput):
        field.widget = forms.DateInput({"type": "date", "class": "input-width-s"}, "%Y-%m-%d")
    elif isinstance(widget, forms.NumberInput):
        widget.attrs["class"] = "input-width-xs"
