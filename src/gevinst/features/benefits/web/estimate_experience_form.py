"""The form of experience cases: comparables that are ticked and weighed, and cases of one's own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gevinst.features.benefits.estimate_methods import EXPERIENCE, Inputs, rounded
from gevinst.features.benefits.queries.estimate_comparables import BENEFIT, Match
from gevinst.features.benefits.web.cases.choices import STATUSES
from gevinst.features.benefits.web.cases.typed import number, shown, shown_number
from gevinst.features.benefits.web.estimate_forms import EstimateForm, TypedNumber
from gevinst.features.benefits.web.estimate_typed import cases_of, shown_cases

HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Row:
    """A comparable as a row of the table: whether it is ticked, its weight and size as typed, its fault."""

    match: Match
    ticked: bool
    weight: str
    size: str
    fault: str = ""

    @property
    def value(self) -> str:
        """The value with as many decimals as it bears."""
        return shown_number(rounded(self.match.value)[0])

    @property
    def known(self) -> str:
        """How the value is known, in words."""
        return str(STATUSES.get(self.match.known, self.match.known))

    @property
    def address(self) -> str:
        """Where it can be read."""
        name = "benefit" if self.match.kind == BENEFIT else "published-case"
        return reverse(name, args=[self.match.key])


class ExperienceForm(EstimateForm):
    """One's own size and price year, how size counts, the comparables and cases of one's own."""

    method = EXPERIENCE
    size = TypedNumber(
        gettext_lazy("Your size"),
        gettext_lazy("In what the cases are measured by: citizens, users, cases a year."),
        initial="1",
    )
    beta = TypedNumber(
        gettext_lazy("How much does size count? (beta)"),
        gettext_lazy(
            "1: twice the size is twice the amount. 0: size does not count. 0,7: less than so."
        ),
        initial="1",
    )
    price_year = forms.IntegerField(
        label=gettext_lazy("Price year"),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "input-char-5"}),
        min_value=1990,
        max_value=2100,
    )
    price_growth = TypedNumber(
        gettext_lazy("Price rise a year where there is no index, %"),
        gettext_lazy("Empty: prices of those years are not adjusted."),
        required=False,
    )
    cases = forms.CharField(
        label=gettext_lazy("Cases of your own"),
        help_text=gettext_lazy(
            "On each line: name; value; size; price year. Size and year may be left out."
        ),
        required=False,
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args: Any, matches: Sequence[Match] = (), **kwargs: Any) -> None:
        self.matches = list(matches)
        super().__init__(*args, **kwargs)
        self.held = self.kept.get(self.method, {}).get("cases", [])

    def shown(self, held: Inputs) -> dict[str, Any]:
        """The fields for inputs that are kept; cases from the register stand in the table instead."""
        own = [each for each in held.get("cases", []) if not each.get("ref")]
        growth = held.get("price_growth")
        told = {name: shown_number(held[name]) for name in ("size", "beta") if name in held}
        year = {"price_year": held["price_year"]} if "price_year" in held else {}
        return {
            **super().shown(held),
            **told,
            **year,
            "cases": shown_cases(own),
            "price_growth": shown("percent", growth),
        }

    @property
    def rows(self) -> list[Row]:
        """The comparables with what was ticked, sent or kept."""
        return [self._row(each) for each in self.matches]

    def _row(self, match: Match) -> Row:
        if self.is_bound:
            weight, size = (str(self.data.get(f"{name}-{match.ref}", "")) for name in TYPED)
            ticked = match.ref in self._ticked()
            return Row(match, ticked, weight, size, self._faults().get(match.ref, ""))
        held = next((each for each in self.held if each.get("ref") == match.ref), None)
        if held is None:
            return Row(match, ticked=False, weight="1", size="")
        size = shown_number(held["size"]) if "size" in held else ""
        return Row(match, ticked=True, weight=shown_number(held.get("weight", 1)), size=size)

    def _ticked(self) -> list[str]:
        sent: list[str] = self.data.getlist("case")  # type: ignore[attr-defined]
        return sent

    def _faults(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for ref in self._ticked():
            weight, size = (self._typed(name, ref) for name in TYPED)
            if weight is None or weight < 0:
                found[ref] = _("Write a weight of 0 or more.")
            elif self.data.get(f"size-{ref}") and (size is None or size <= 0):
                found[ref] = _("Write a size above 0, or nothing.")
        return found

    def _typed(self, name: str, ref: str) -> Decimal | None:
        found = number(str(self.data.get(f"{name}-{ref}", "")))
        return None if found is None else Decimal(found)

    def clean_price_growth(self) -> Decimal | None:
        """The price rise as a rate."""
        growth: Decimal | None = self.cleaned_data["price_growth"]
        if growth is not None and growth <= -HUNDRED:
            raise ValidationError(_("A growth must be above -100 %."))
        return None if growth is None else growth / HUNDRED

    def clean_size(self) -> Decimal:
        """A size above 0."""
        size: Decimal = self.cleaned_data["size"]
        if size <= 0:
            raise ValidationError(_("Write a size above 0."))
        return size

    def clean_beta(self) -> Decimal:
        """A beta that can be worked with."""
        beta: Decimal = self.cleaned_data["beta"]
        if not -3 <= beta <= 3:  # noqa: PLR2004
            raise ValidationError(_("Write a number from -3 to 3."))
        return beta

    def clean_cases(self) -> list[dict[str, Any]]:
        """Cases of one's own."""
        return cases_of(self.cleaned_data["cases"])

    def clean(self) -> dict[str, Any]:
        """At least one case has a weight."""
        given = super().clean() or self.cleaned_data
        faults = self._faults()
        if faults:
            titles = [each.title for each in self.matches if each.ref in faults]
            message = _("A weight or a size cannot be used: %(titles)s.")
            raise ValidationError(message % {"titles": "; ".join(titles)})
        known = {each.ref: each for each in self.matches}
        chosen = [self._case(known[ref]) for ref in self._ticked() if ref in known]
        if "cases" in given:
            given["cases"] = [*chosen, *given["cases"]]
            if not any(each.get("weight", 1) for each in given["cases"]):
                raise ValidationError(_("Tick a case with a weight, or write one of your own."))
        return given

    def _case(self, match: Match) -> dict[str, Any]:
        size = self._typed("size", match.ref)
        return {
            "ref": match.ref,
            "source": f"{match.origin}: {match.title}",
            "value": match.value,
            "price_year": match.price_year,
            "weight": self._typed("weight", match.ref),
            **({} if size is None else {"size": size}),
        }

    def told(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """The inputs of experience cases."""
        names = ("size", "beta", "price_year", "price_growth", "cases")
        return {name: given[name] for name in names}


TYPED = ("weight", "size")
