"""The filters of the register."""

from __future__ import annotations

from django import forms
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gevinst.features.benefits.queries import Wanted
from gevinst.features.benefits.register_choices import BenefitState, Mode, Type
from gevinst.features.benefits.web.fields import choice


class RegisterFilters(forms.Form):
    """Type, state, way of taking, owner, what is due; what cannot be understood is left out."""

    q = forms.CharField(label=_("Search"), required=False, max_length=100)
    type = choice(_("Type"), list(Type.choices), required=False)
    tilstand = choice(_("How far"), list(BenefitState.choices), required=False)
    realisering = choice(_("How it is taken"), list(Mode.choices), required=False)
    ansvarlig = choice(_("Owner"), [], required=False)
    frist = choice(_("Measurement"), [("nu", _("Due now"))], required=False)

    def __init__(self, asked: QueryDict, owners: list[tuple[str, str]]) -> None:
        super().__init__(asked, auto_id="f-%s")
        field = self.fields["ansvarlig"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", "–"), *owners]

    def wanted(self) -> Wanted:
        """What the query takes."""
        self.is_valid()
        chosen = self.cleaned_data
        return Wanted(
            kind=chosen.get("type", ""),
            state=chosen.get("tilstand", ""),
            mode=chosen.get("realisering", ""),
            owner=int(chosen["ansvarlig"]) if chosen.get("ansvarlig") else None,
            due_by=timezone.localdate() if chosen.get("frist") else None,
            text=chosen.get("q", "").replace("\x00", ""),
        )
