"""The fields of the form of a benefit."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from gevinst.features.benefits.register_choices import Frequency, Mode, Quality, Type, Unit
from gevinst.features.benefits.web.fields import amount, choice, day, lines


class BenefitFields(forms.Form):
    """What is asked of a benefit; what it is chosen from is put in by `BenefitForm`."""

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
