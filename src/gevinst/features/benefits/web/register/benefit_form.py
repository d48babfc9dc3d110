"""The form of a benefit."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gevinst.features.benefits import queries
from gevinst.features.benefits.models import Benefit
from gevinst.features.benefits.register_choices import Frequency, Mode, Quality, Type, Unit
from gevinst.features.benefits.web.fields import amount, choice, day, lines
from gevinst.features.benefits.web.register.benefit_choices import places, processes
from gevinst.shared.actor import Actor


class BenefitForm(forms.Form):
    """A benefit; `authority` is asked only where there is a choice, `reason` only of one that is there."""

    authority = choice(_("Authority"), [])
    title = forms.CharField(label=_("What is gained?"), max_length=200)
    kind = choice(_("Type"), list(Type.choices))
    quality = choice(
        _("Kind of quality"),
        list(Quality.choices),
        _("Only where the type is quality."),
        required=False,
    )
    mode = choice(
        _("How is it taken?"),
        list(Mode.choices),
        _("Only a cut in the budget goes on to a budget."),
    )
    unit = choice(_("Counted in"), list(Unit.choices))
    unit_name = forms.CharField(
        label=_("Name of the unit"),
        help_text=_("Only where it is counted in something else: complaints, errors, days."),
        required=False,
        max_length=60,
    )
    expected = amount(_("Expected a year"), _("In the unit above."), required=False)
    reason = lines(
        _("Why is something else expected?"),
        _("Needed once the benefit is estimated. What was expected first is kept."),
        required=False,
    )
    party = forms.CharField(
        label=_("Who gains?"),
        required=False,
        max_length=120,
        help_text=_("Citizens, staff, the state …"),
    )
    process = choice(_("Process"), [], required=False)
    owner = choice(_("Owner"), [], _("Sees to it that it is measured."), required=False)
    data_source = forms.CharField(
        label=_("Where do the numbers come from?"), required=False, max_length=300
    )
    frequency = choice(_("How often is it measured?"), list(Frequency.choices))
    next_measurement_on = day(
        _("Next measurement"), _("The owner gets an e-mail on that day."), required=False
    )
    budget_reference = forms.CharField(
        label=_("Place in the budget"),
        help_text=_("Only for a cut in the budget."),
        required=False,
        max_length=200,
    )

    def __init__(self, actor: Actor, held: Benefit | None = None, **kwargs: Any) -> None:
        super().__init__(initial=_initial(held) | kwargs.pop("initial", {}), **kwargs)
        if held is None:
            del self.fields["reason"]
            found = places(actor)
            self._choose("authority", found)
            if len(found) == 1:
                del self.fields["authority"]
            self.places = [int(pk) for pk, _name in found]
        else:
            del self.fields["authority"], self.fields["owner"]
            self.places = [held.authority_id]
        self._choose("process", processes(actor, self.places))
        if held is None:
            self._choose("owner", [(str(one.pk), one.name) for one in queries.owners(self.places)])

    def _choose(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", "–"), *choices]

    @property
    def facts(self) -> dict[str, Any]:
        """What the actions take of a valid form."""
        told = dict(self.cleaned_data)
        told["process_id"] = (
            int(told.pop("process")) if told["process"] else told.pop("process") or None
        )
        if "owner" in told:
            owner = told.pop("owner")
            told["owner_id"] = int(owner) if owner else None
            told["authority_id"] = int(told.pop("authority", 0) or self.places[0])
        return told


def _initial(held: Benefit | None) -> dict[str, Any]:
    if held is None:
        return {"frequency": Frequency.YEARLY, "unit": Unit.HOURS}
    names = [
        name for name in BenefitForm.base_fields if name not in {"authority", "owner", "reason"}
    ]
    told = {name: getattr(held, name) for name in names if name != "process"}
    return told | {"process": str(held.process_id or "")}
