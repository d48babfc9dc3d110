"""The form of a movement of the risk pool."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gevinst.engines.businesscase.calculus.effects import effects
from gevinst.engines.businesscase.risk import Risk
from gevinst.features.benefits.models import BusinessCase
from gevinst.features.benefits.queries.cases.results import evaluated
from gevinst.features.benefits.web.fields import amount, choice, day


class PoolForm(forms.Form):
    """A movement of the pool; `expire` releases what a risk that can no longer occur would have cost."""

    kind = choice(
        gettext_lazy("What happened?"),
        [
            ("set-aside", gettext_lazy("An amount is set aside")),
            ("occurred", gettext_lazy("A risk has occurred and is paid from the pool")),
            ("draw", gettext_lazy("Drawn, and the risk may still occur")),
            ("expire", gettext_lazy("A risk can no longer occur: release its part")),
            ("release", gettext_lazy("An amount is released")),
        ],
    )
    day = day(gettext_lazy("Date"))
    amount = amount(
        gettext_lazy("Amount, DKK"), gettext_lazy("Leave empty where a risk can no longer occur."),
        required=False,
    )  # fmt: skip
    risk = choice(gettext_lazy("Risk"), [], required=False)
    line = choice(gettext_lazy("Cost line that was paid"), [], required=False)
    reason = forms.CharField(label=gettext_lazy("Reason"), max_length=500)

    def __init__(self, case: BusinessCase, risks: list[Risk], data: Any = None) -> None:
        super().__init__(data, auto_id="pool-%s", initial={"day": timezone.localdate()})
        known = evaluated(case.text).result
        lines = [each.line for each in effects(known) if each.kind != "gain"] if known else []
        self._choose("risk", [(one.id, one.title) for one in risks])
        self._choose("line", [(line.id, line.title) for line in lines])

    def _choose(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", "–"), *choices]

    def clean(self) -> dict[str, Any]:
        """Each kind needs its own."""
        given: dict[str, Any] = super().clean() or {}
        kind = given.get("kind")
        if kind != "expire" and given.get("amount") is None and "amount" not in self.errors:
            self.add_error("amount", _("Write an amount above 0."))
        if kind in ("occurred", "expire") and not given.get("risk"):
            self.add_error("risk", _("Say which risk."))
        return given
