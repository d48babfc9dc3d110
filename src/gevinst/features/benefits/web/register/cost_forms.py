"""The forms of what robots cost."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gevinst.features.accounts import queries as accounts
from gevinst.features.benefits import queries
from gevinst.features.benefits.cost_models import CostKind, Per
from gevinst.features.benefits.web.fields import amount, choice, day
from gevinst.shared.actor import Actor, Right


class CostForm(forms.Form):
    """A cost: of which robot or of all, for what, how much, how often, from when, and who says so."""

    whose = choice(gettext_lazy("Whose cost?"), [])
    kind = choice(gettext_lazy("For what?"), list(CostKind.choices))
    amount = amount(gettext_lazy("DKK"), gettext_lazy("Without VAT."))
    per = choice(gettext_lazy("How often?"), list(Per.choices))
    since = day(gettext_lazy("From"))
    until = day(gettext_lazy("Until"), gettext_lazy("Empty: until further notice."), required=False)
    source = forms.CharField(label=gettext_lazy("Where does the number come from?"), max_length=500)

    def __init__(self, actor: Actor, data: Any = None) -> None:
        super().__init__(data)
        places = accounts.authorities().filter(pk__in=actor.authorities(Right.OPERATE))
        choices: list[tuple[str, str]] = []
        for place in places:
            choices.append(
                (f"{place.pk}:", _("Shared by all robots of %(name)s") % {"name": place.name})
            )
            choices += [(f"{place.pk}:{pk}", name) for pk, name in queries.robots_of(place.pk)]
        field = self.fields["whose"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", "–"), *choices]

    @property
    def facts(self) -> dict[str, Any]:
        """What the action takes of a valid form."""
        told = dict(self.cleaned_data)
        authority, _colon, robot = told.pop("whose").partition(":")
        return told | {"authority_id": int(authority), "robot_id": int(robot) if robot else None}


class EndForm(forms.Form):
    """The day a cost ends."""

    until = day(gettext_lazy("Ends on"))
