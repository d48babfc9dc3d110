"""The form of a step that a benefit can take."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gevinst.engines.benefit.grounds import Need
from gevinst.engines.benefit.states import needs
from gevinst.engines.businesscase.model.benefit_state import Mode as TakenAs
from gevinst.engines.businesscase.model.benefit_state import State
from gevinst.features.benefits.actions.register.given import Given
from gevinst.features.benefits.models import Benefit, Grade
from gevinst.features.benefits.web.fields import amount, choice, day, lines


class StepForm(forms.Form):
    """What a step needs, and nothing else. `reads`: the value may be read from operation."""

    on = day(_("Date"))
    since = day(_("Period from"))
    until = day(_("Period until"))
    value = amount(_("Value of the period"))
    grade = choice(_("How is it known?"), list(Grade.choices))
    n = forms.IntegerField(
        label=_("Number of cases"),
        help_text=_("How many were measured. Fewer than 30 is shown as a small sample."),
        required=False,
        min_value=0,
        max_value=2**31 - 1,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "input-char-7"}),
    )
    budget_reference = forms.CharField(label=_("Place in the budget"), max_length=200)
    evidence = lines(_("What does it rest on?"))

    def __init__(
        self, held: Benefit, target: str, data: QueryDict | None = None, **kwargs: Any
    ) -> None:
        reads = kwargs.pop("reads", False)
        initial = {"on": timezone.localdate(), "budget_reference": held.budget_reference}
        super().__init__(data, auto_id=f"{target}-%s", initial=initial)
        asked = set(needs(State(held.state), State(target), TakenAs(held.mode)))
        self._leave_out(asked)
        if "value" in self.fields:
            self.fields["value"].label = _("Value of the period, %(unit)s") % {
                "unit": held.unit_label
            }
        if Need.REASON in asked:
            self.fields["evidence"].label = _("Why does it lapse?")
        if reads:
            self._may_be_read()

    def _leave_out(self, asked: set[Need]) -> None:
        wanted = {
            "since": Need.PERIOD in asked,
            "until": Need.PERIOD in asked,
            "value": Need.VALUE in asked,
            "grade": bool(asked & {Need.GRADE, Need.MEASURED_GRADE}),
            "n": Need.VALUE in asked,
            "budget_reference": Need.BUDGET_REFERENCE in asked,
        }
        for name, kept in wanted.items():
            if not kept:
                del self.fields[name]
        grades = self.fields.get("grade")
        if Need.MEASURED_GRADE in asked and isinstance(grades, forms.ChoiceField):
            grades.choices = [("", "–"), *Grade.choices[:3]]

    def _may_be_read(self) -> None:
        for name in ("value", "grade", "evidence"):
            self.fields[name].required = False
        self.fields["value"].help_text = _(
            "Leave it empty to read it from the runs of the process in the period."
        )

    @property
    def given(self) -> Given:
        """What the actions take of a valid form."""
        return Given(**self.cleaned_data)
