"""The form of each method of estimating: what is asked, and the inputs that the case file keeps of it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gevinst.features.benefits.estimate_methods import (
    MARKET,
    METHOD,
    PROJECTION,
    THREE_POINT,
    TRIANGULATION,
    Inputs,
)
from gevinst.features.benefits.web.cases.choices import GRADES as GRADE_WORDS
from gevinst.features.benefits.web.cases.typed import number, shown, shown_number
from gevinst.features.benefits.web.estimate_typed import (
    history_of,
    offers_of,
    shown_history,
    shown_offers,
)
from gevinst.features.benefits.web.estimate_words import CANDIDATES, GRADES, KINDS, METHODS

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

HUNDRED = Decimal(100)


class TypedNumber(forms.CharField):
    """A number as it is typed in the reader's language; empty is None where it may be."""

    def __init__(self, label: StrOrPromise, hint: StrOrPromise = "", **more: Any) -> None:
        widget = forms.TextInput(attrs={"inputmode": "decimal", "class": "input-char-11"})
        super().__init__(label=label, help_text=hint, max_length=40, widget=widget, **more)

    def clean(self, value: Any) -> Any:
        """The number. Raises `ValidationError`."""
        typed = super().clean(value)
        if not typed:
            return None
        found = number(typed.rstrip("% "))
        if found is None:
            raise ValidationError(_("Write a number. “%(found)s” is not one.") % {"found": typed})
        return Decimal(found)


def _area(label: StrOrPromise, hint: StrOrPromise, *, required: bool = True) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": 6})
    return forms.CharField(
        label=label, help_text=hint, widget=widget, max_length=20_000, required=required
    )


class EstimateForm(forms.Form):
    """What every method asks at the end: what the numbers rest on, and how well they are known."""

    method = ""
    source = forms.CharField(
        label=gettext_lazy("What does it rest on?"),
        help_text=gettext_lazy("Document, person's role, date. Shown with the value."),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    evidence = forms.ChoiceField(label=gettext_lazy("How well is it known?"))
    field_order: tuple[str, ...] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.kept: Mapping[str, Inputs] = kwargs.pop("kept", {})
        self.years: tuple[int, int] = kwargs.pop("years", (0, 0))
        held = self.kept.get(self.method, {})
        initial = {"evidence": GRADES.get(self.method, "D"), **self.shown(held)}
        kwargs["initial"] = {**initial, **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)
        grades = self.fields["evidence"]
        assert isinstance(grades, forms.ChoiceField)
        grades.choices = [(key, word) for key, word in GRADE_WORDS.items() if key]
        self.order_fields([*(name for name in self.fields if name not in LAST), *LAST])

    def shown(self, held: Inputs) -> dict[str, Any]:
        """What stands in the fields for inputs that are kept."""
        return {key: held[key] for key in LAST if key in held}

    def inputs(self) -> dict[str, Any]:
        """What is kept of a valid form; without what was left empty."""
        found = {**self.told(self.cleaned_data), **{key: self.cleaned_data[key] for key in LAST}}
        return {key: value for key, value in found.items() if value not in (None, "")}

    def told(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """The method's own inputs."""
        raise NotImplementedError


LAST = ("source", "evidence")


class ProjectionForm(EstimateForm):
    """Years with amounts, how they are carried forward, and to when."""

    method = PROJECTION
    history = _area(
        gettext_lazy("Past years"),
        gettext_lazy("A year and its number on each line, as 2024: 1.200. Or paste from Excel."),
    )
    origin = forms.CharField(widget=forms.HiddenInput, required=False, max_length=60)
    since = forms.IntegerField(label=gettext_lazy("Project from"))
    until = forms.IntegerField(label=gettext_lazy("Project until"))
    write = forms.ChoiceField(
        label=gettext_lazy("Write it as"),
        choices=[
            ("value", gettext_lazy("One value: the mean of these years")),
            ("by_year", gettext_lazy("A value for each year")),
        ],
    )
    use = forms.ChoiceField(
        label=gettext_lazy("How is it carried forward?"),
        choices=[("", gettext_lazy("As foretells best")), *CANDIDATES.items()],
        required=False,
    )
    growth = TypedNumber(
        gettext_lazy("Growth a year, %"),
        gettext_lazy("Only where you know it from elsewhere. 15 is 15 %."),
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("since", "until"):
            self.fields[name].widget = forms.TextInput(
                attrs={"inputmode": "numeric", "class": "input-char-5"}
            )

    def shown(self, held: Inputs) -> dict[str, Any]:
        """Years as one types them, growth in per cent."""
        first, last = self.years
        growth = held.get("growth")
        return {
            **super().shown(held),
            "history": shown_history(held.get("history", {})),
            "origin": held.get("origin", ""),
            "since": held.get("from", first),
            "until": held.get("to", last),
            "write": held.get("write", "value"),
            "use": held.get("use", ""),
            "growth": shown("percent", growth),
        }

    def clean_history(self) -> dict[str, Decimal]:
        """Amounts by year."""
        return history_of(self.cleaned_data["history"])

    def clean_growth(self) -> Decimal | None:
        """The growth as a rate."""
        growth: Decimal | None = self.cleaned_data["growth"]
        if growth is not None and growth <= -HUNDRED:
            raise ValidationError(_("A growth must be above -100 %."))
        return None if growth is None else growth / HUNDRED

    def clean(self) -> dict[str, Any]:
        """The years projected to come after those that are known, and a growth is there where it is used."""
        given = super().clean() or self.cleaned_data
        since, until, history = (given.get(name) for name in ("since", "until", "history"))
        if since is not None and until is not None and until < since:
            self.add_error("until", _("The last year is before the first."))
        elif until is not None and since is not None and until - since > MOST_YEARS:
            self.add_error("until", _("At most %(n)s years.") % {"n": MOST_YEARS})
        if history and since is not None and since <= int(max(history)):
            last = _("Choose a year after %(year)s, the last one that is known.")
            self.add_error("since", last % {"year": max(history)})
        if given.get("use") == "growth" and given.get("growth") is None:
            self.add_error("growth", _("Write the growth."))
        if history and len(history) == 1 and given.get("growth") is None:
            self.add_error("history", _("One year shows no course: give two, or a growth."))
        return given

    def told(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """The inputs of a projection."""
        names = ("history", "origin", "write", "use", "growth")
        return {
            **{name: given[name] for name in names},
            "from": given["since"],
            "to": given["until"],
        }


MOST_YEARS = 40


class MarketForm(EstimateForm):
    """Offers, and how much is cut away at each end."""

    method = MARKET
    offers = _area(
        gettext_lazy("Offers"),
        gettext_lazy("Who and how much on each line, as Supplier A; 120.000."),
    )
    trim = TypedNumber(
        gettext_lazy("Cut away at each end, %"),
        gettext_lazy("20 leaves out the lowest and the highest fifth. Empty cuts none."),
        required=False,
    )

    def shown(self, held: Inputs) -> dict[str, Any]:
        """Offers as one types them, the trim in per cent."""
        trim = held.get("trim")
        return {
            **super().shown(held),
            "offers": shown_offers(held.get("offers", [])),
            "trim": shown("percent", trim),
        }

    def clean_offers(self) -> list[dict[str, Any]]:
        """Who asks how much."""
        return offers_of(self.cleaned_data["offers"])

    def clean_trim(self) -> Decimal | None:
        """The trim as a share."""
        trim: Decimal | None = self.cleaned_data["trim"]
        if trim is not None and not 0 <= trim < HUNDRED / 2:
            raise ValidationError(_("Cut from 0 and below 50 %."))
        return None if trim is None else trim / HUNDRED

    def told(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """The inputs of a market analysis."""
        return {name: given[name] for name in ("offers", "trim")}


class ThreePointForm(EstimateForm):
    """The least, the likely and the most, and how they are weighed."""

    method = THREE_POINT
    min = TypedNumber(gettext_lazy("The least"))
    likely = TypedNumber(gettext_lazy("The likely"))
    max = TypedNumber(gettext_lazy("The most"))
    kind = forms.ChoiceField(
        label=gettext_lazy("How are they weighed?"), choices=list(KINDS.items())
    )

    def shown(self, held: Inputs) -> dict[str, Any]:
        """The three points as one types them."""
        points = {name: shown_number(held[name]) for name in POINTS if name in held}
        return {**super().shown(held), **points, "kind": held.get("kind", "triangular")}

    def clean(self) -> dict[str, Any]:
        """The three stand in order."""
        given = super().clean() or self.cleaned_data
        low, likely, high = (given.get(name) for name in POINTS)
        if low is not None and likely is not None and likely < low:
            self.add_error("likely", _("The likely is below the least."))
        if likely is not None and high is not None and high < likely:
            self.add_error("max", _("The most is below the likely."))
        return given

    def told(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """The inputs of three points."""
        return {name: given[name] for name in (*POINTS, "kind")}


POINTS = ("min", "likely", "max")


class TriangulationForm(EstimateForm):
    """A weight for each method that is kept; together they are 100 %."""

    method = TRIANGULATION

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in self.parts:
            label = _("Weight of %(method)s, %%") % {"method": str(METHODS[name]).lower()}
            self.fields[f"w-{name}"] = TypedNumber(label, required=False)
        self.order_fields([*(f"w-{name}" for name in self.parts), *LAST])

    @property
    def parts(self) -> list[str]:
        """The methods that are kept and can be weighed."""
        return [name for name in METHOD if name in self.kept]

    def shown(self, held: Inputs) -> dict[str, Any]:
        """The weights in per cent; of two at first half and half."""
        weights = held.get("weights", {})
        told = {f"w-{name}": shown("percent", each) for name, each in weights.items()}
        return {**super().shown(held), **told}

    def clean(self) -> dict[str, Any]:
        """Weights of 0 or more that sum to 100 %, of two methods at least."""
        given = super().clean() or self.cleaned_data
        weights = {name: given.get(f"w-{name}") or Decimal(0) for name in self.parts}
        for name, weight in weights.items():
            if weight < 0:
                self.add_error(f"w-{name}", _("A weight is 0 or more."))
        whole = sum(weights.values(), Decimal(0))
        if not self.errors and whole != HUNDRED:
            message = _("The weights sum to %(whole)s %%. They must sum to 100 %%.")
            raise ValidationError(message % {"whole": shown("percent", whole / HUNDRED)})
        given["weights"] = {name: each / HUNDRED for name, each in weights.items() if each}
        return given

    def told(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """The inputs of a triangulation."""
        return {"weights": given["weights"]}
