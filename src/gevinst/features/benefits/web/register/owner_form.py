"""The form of a new owner."""

from __future__ import annotations

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from gevinst.features.benefits import queries
from gevinst.features.benefits.models import Benefit
from gevinst.features.benefits.web.fields import choice


class OwnerForm(forms.Form):
    """A new owner."""

    owner = choice(_("New owner"), [])

    def __init__(self, held: Benefit, data: QueryDict | None = None) -> None:
        super().__init__(data, auto_id="owner-%s")
        field = self.fields["owner"]
        assert isinstance(field, forms.ChoiceField)
        people = queries.owners([held.authority_id])
        field.choices = [("", "–"), *((str(one.pk), one.name) for one in people)]
