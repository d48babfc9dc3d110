"""The form of a benefit."""

from __future__ import annotations

from typing import Any

from django import forms

from gevinst.features.benefits import queries
from gevinst.features.benefits.models import Benefit
from gevinst.features.benefits.register_choices import Frequency, Unit
from gevinst.features.benefits.web.register.benefit_choices import places, processes
from gevinst.features.benefits.web.register.benefit_fields import BenefitFields
from gevinst.shared.actor import Actor


class BenefitForm(BenefitFields):
    """A benefit; `authority` is asked only where there is a choice, `reason` only of one that is there."""

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
        name for name in BenefitFields.base_fields if name not in {"authority", "owner", "reason"}
    ]
    told = {name: getattr(held, name) for name in names if name != "process"}
    return told | {"process": str(held.process_id or "")}
