"""The form of a process: five fields that everybody can fill in, the rest when one knows more."""

from __future__ import annotations

from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from gevinst.engines.blockkit import blocks
from gevinst.features.accounts import queries as accounts
from gevinst.features.catalogue.models import Domain, Process
from gevinst.features.catalogue.web.processes.blocks import block_name
from gevinst.shared.actor import Actor, Right

FIRST = ("authority", "title", "summary", "phase", "visibility", "challenge")


class ProcessForm(forms.ModelForm):  # type: ignore[type-arg]
    """Creates and changes a process; `authority` is asked only where there is a choice."""

    domains = forms.MultipleChoiceField(
        label=_("Fields"),
        choices=Domain.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    block_key = forms.ChoiceField(label=_("Building block"), required=False)

    class Meta:
        model = Process
        fields = (
            "title",
            "summary",
            "phase",
            "visibility",
            "challenge",
            "solution",
            "description",
            "domains",
            "kle",
            "form",
            "block_key",
            "contact_email",
            "in_operation_since",
        )
        labels = {
            "title": _("Title"),
            "summary": _("Short description"),
            "phase": _("How far is it?"),
            "visibility": _("Who may read it?"),
            "challenge": _("What is the challenge?"),
            "solution": _("What is the solution?"),
            "description": _("Description"),
            "kle": _("KLE codes"),
            "form": _("FORM codes"),
            "contact_email": _("Contact e-mail"),
            "in_operation_since": _("In operation since"),
        }
        help_texts = {
            "title": _("What is it about? At most 65 characters."),
            "summary": _(
                "One sentence that a colleague elsewhere understands. At most 140 characters."
            ),
            "kle": _("Several codes with commas between, for example 00.32, 29.00."),
            "form": _("Several codes with commas between."),
            "contact_email": _("A shared mailbox rather than a person's."),
        }
        widgets = {
            "title": forms.TextInput(attrs={"class": "input-width-xl"}),
            "summary": forms.TextInput(attrs={"class": "g-wide"}),
            "challenge": forms.Textarea(attrs={"rows": 4}),
            "solution": forms.Textarea(attrs={"rows": 4}),
            "description": forms.Textarea(attrs={"rows": 6}),
            "in_operation_since": forms.DateInput(
                format="%Y-%m-%d", attrs={"type": "date", "class": "input-width-s"}
            ),
        }

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["block_key"].choices = [  # type: ignore[attr-defined]
            ("", _("None")),
            *((key, block_name(key)) for key in blocks()),
        ]
        if self.instance.pk is None:
            mine = accounts.authorities().filter(pk__in=actor.authorities(Right.CONTRIBUTE))
            chosen = forms.ModelChoiceField(mine, label=_("Authority"), empty_label=None)
            self.fields["authority"] = chosen

    @property
    def first(self) -> list[BoundField]:
        """The fields that stand open."""
        return [self[name] for name in FIRST if name in self.fields]

    @property
    def rest(self) -> list[BoundField]:
        """The fields that are folded."""
        return [field for field in self.visible_fields() if field.name not in FIRST]

    @property
    def rest_open(self) -> bool:
        """Whether a folded field has something to say."""
        return any(field.errors for field in self.rest)

    def _post_clean(self) -> None:
        """The action validates and saves; the form only reads what was typed."""
