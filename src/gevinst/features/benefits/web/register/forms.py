"""The forms of the register: filters, a benefit, its owner, and the steps that it can take."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gevinst.engines.benefit.state_names import Mode as TakenAs
from gevinst.engines.benefit.state_names import Need, State
from gevinst.engines.benefit.states import needs
from gevinst.features.accounts import queries as accounts
from gevinst.features.benefits import queries
from gevinst.features.benefits.actions.register.moving import COUNTED, Given
from gevinst.features.benefits.models import Benefit, Grade
from gevinst.features.benefits.queries import Wanted
from gevinst.features.benefits.register_models import (
    Frequency,
    Mode,
    Quality,
    Type,
    Unit,
)
from gevinst.features.benefits.register_models import State as States
from gevinst.features.benefits.web.fields import amount, choice, day, lines
from gevinst.features.catalogue import queries as catalogue
from gevinst.shared.actor import Actor, Right

MOST = 500


class RegisterFilters(forms.Form):
    """Type, state, way of taking, owner, what is due; what cannot be understood is left out."""

    q = forms.CharField(label=_("Search"), required=False, max_length=100)
    type = choice(_("Type"), list(Type.choices), required=False)
    tilstand = choice(_("How far"), list(States.choices), required=False)
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
            places = _places(actor)
            self._choose("authority", places)
            if len(places) == 1:
                del self.fields["authority"]
            self.places = [int(pk) for pk, _name in places]
        else:
            del self.fields["authority"], self.fields["owner"]
            self.places = [held.authority_id]
        self._choose("process", _processes(actor, self.places))
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


def _places(actor: Actor) -> list[tuple[str, str]]:
    mine = accounts.authorities().filter(pk__in=actor.authorities(Right.CONTRIBUTE))
    return [(str(one.pk), one.name) for one in mine]


def _processes(actor: Actor, places: list[int]) -> list[tuple[str, str]]:
    found = catalogue.processes(actor, sort="title").filter(authority__in=places)
    return [(str(pk), title) for pk, title in found.values_list("pk", "title")[:MOST]]


def _initial(held: Benefit | None) -> dict[str, Any]:
    if held is None:
        return {"frequency": Frequency.YEARLY, "unit": Unit.HOURS}
    names = [
        name for name in BenefitForm.base_fields if name not in {"authority", "owner", "reason"}
    ]
    told = {name: getattr(held, name) for name in names if name != "process"}
    return told | {"process": str(held.process_id or "")}


class OwnerForm(forms.Form):
    """A new owner."""

    owner = choice(_("New owner"), [])

    def __init__(self, held: Benefit, data: QueryDict | None = None) -> None:
        super().__init__(data, auto_id="owner-%s")
        field = self.fields["owner"]
        assert isinstance(field, forms.ChoiceField)
        people = queries.owners([held.authority_id])
        field.choices = [("", "–"), *((str(one.pk), one.name) for one in people)]


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


def readable(held: Benefit) -> bool:
    """Whether the benefit can be read from operation."""
    return held.process_id is not None and held.unit in COUNTED
