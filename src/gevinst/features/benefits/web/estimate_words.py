"""The words of estimates: methods, candidates, warnings, and the sentence of what an estimate rests on."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from gevinst.engines.businesscase.notes import Note
from gevinst.features.benefits.estimate_methods import (
    EXPERIENCE,
    MARKET,
    PROJECTION,
    THREE_POINT,
    TRIANGULATION,
    Inputs,
    Worked,
)
from gevinst.shared.templatetags.gevinst import number

Words = Mapping[str, Promise]
METHODS: Final[Words] = {
    PROJECTION: gettext_lazy("Projection"),
    EXPERIENCE: gettext_lazy("Experience from other cases"),
    MARKET: gettext_lazy("Market analysis"),
    THREE_POINT: gettext_lazy("Three-point estimate"),
    TRIANGULATION: gettext_lazy("Several methods together"),
}
ABOUT: Final[Words] = {
    PROJECTION: gettext_lazy(
        "What past years came to, carried forward. Best where they follow a steady course."
    ),
    EXPERIENCE: gettext_lazy("What others came to, scaled to your size and your price year."),
    MARKET: gettext_lazy("What suppliers ask. The lowest and the highest may be cut away."),
    THREE_POINT: gettext_lazy("A judgement: the least, the likely and the most it can be."),
    TRIANGULATION: gettext_lazy(
        "Estimates you have kept, weighed by how much you believe in each."
    ),
}
# The engine's name of a method (three-point-pert, projection-linear) begins with one of these.
FAMILIES: Final[Words] = {
    "projection": METHODS[PROJECTION],
    "experience": METHODS[EXPERIENCE],
    "market": METHODS[MARKET],
    "three-point": METHODS[THREE_POINT],
    "triangulation": METHODS[TRIANGULATION],
}
GRADES: Final = {PROJECTION: "C", EXPERIENCE: "C", MARKET: "E", THREE_POINT: "D"}
CANDIDATES: Final[Words] = {
    "mean": gettext_lazy("The mean of the years"),
    "linear": gettext_lazy("A straight line"),
    "log-linear": gettext_lazy("The same growth in per cent each year"),
    "growth": gettext_lazy("The growth you gave"),
}
KINDS: Final[Words] = {
    "triangular": gettext_lazy("Triangle: (least + likely + most) / 3"),
    "pert": gettext_lazy("PERT: (least + 4 × likely + most) / 6"),
    "successive": gettext_lazy("Successive: (least + 3 × likely + most) / 5"),
}
COUNTS: Final[Words] = {
    "items": gettext_lazy("Items"),
    "untouched": gettext_lazy("Items handled untouched"),
    "exceptions": gettext_lazy("Exceptions"),
    "hours": gettext_lazy("Hours freed"),
    "dkk": gettext_lazy("DKK freed"),
    "runs": gettext_lazy("Runs"),
}
NOTES: Final[Words] = {
    "few-years": gettext_lazy(
        "The projection rests on %(n)s years only. Four at least are better."
    ),
    "gap-in-years": gettext_lazy("Years are missing in between: %(missing)s."),
    "history-fluctuates": gettext_lazy(
        "The years fluctuate: they lie %(residual_cv)s from the course on average, more than %(limit)s. "
        "The projection may mislead."
    ),
    "candidate-left-out": gettext_lazy("Left out: %(method)s. It does not fit these years."),
    "projected-below-zero": gettext_lazy("The projection goes below 0, which no year has done."),
    "no-spread": gettext_lazy("One year says nothing of how far it may lie."),
    "few-cases": gettext_lazy("Only %(n)s cases. Three at least are better."),
    "pilot-scaled": gettext_lazy(
        "One case is scaled %(times)s times. A pilot rarely grows in proportion."
    ),
    "size-outside-cases": gettext_lazy(
        "Your size, %(size)s, lies outside the cases: they span %(low)s to %(high)s."
    ),
    "prices-not-adjusted": gettext_lazy(
        "There is no price index for %(years)s: the prices are not adjusted for those years."
    ),
    "few-offers": gettext_lazy("Only %(n)s offers. Three at least are better."),
    "trim-cuts-none": gettext_lazy("With %(n)s offers so small a trim cuts none away."),
    "estimates-disagree": gettext_lazy(
        "The estimates disagree: they lie %(index)s of the mean apart, more than %(limit)s. Find out why."
    ),
    "method-too-coarse": gettext_lazy(
        "%(amount)s DKK call for a better method: %(required)s, or one that ranks higher."
    ),
    "managed-without-evidence": gettext_lazy(
        "%(area)s is said to be managed %(managed)s, but nothing shows it: it counts as not managed."
    ),
    "own-class-used": gettext_lazy(
        "Your own register has %(n)s closed cases, at least %(enough)s: it is used."
    ),
    "public-class-used": gettext_lazy(
        "Your own register has %(n)s closed cases of the %(enough)s that are needed: "
        "a published class is used."
    ),
    "quantile-not-published": gettext_lazy(
        "The published class says nothing of %(shares)s: its next higher ratio stands in."
    ),
}
SHARES: Final = {"residual_cv", "limit", "index", "managed"}


def told(note: Note, areas: Mapping[str, Any] | None = None) -> str:
    """A note in the reader's language; what has no words here as the engine says it."""
    words = NOTES.get(note.code)
    if words is None:
        return note.message
    return str(words) % {
        name: _fact(name, value, areas or {}) for name, value in note.facts.items()
    }


def _fact(name: str, value: Any, areas: Mapping[str, Any]) -> str:
    known: Mapping[str, Mapping[str, Any]] = {
        "area": areas,
        "method": {**FAMILIES, **CANDIDATES},
        "required": FAMILIES,
    }
    if name in known:
        return str(known[name].get(value, value)).lower()
    if name == "shares":
        return ", ".join(f"P{number(each * 100)}" for each in value)
    return _plain_fact(name, value)


def _plain_fact(name: str, value: Any) -> str:
    if isinstance(value, tuple):
        return ", ".join(str(each) for each in value)
    if value is None or (isinstance(value, Decimal) and not value.is_finite()):
        return _("more than all")
    if name in SHARES:
        return f"{number(value * 100)} %"
    return number(value, 1 if name == "times" else 0) if isinstance(value, Decimal) else str(value)


def family_words(method: str) -> str:
    """A method as the engine names it, in words."""
    for name, words in FAMILIES.items():
        if method.startswith(name):
            return str(words)
    return method


def rests_on(inputs: Inputs, worked: Worked) -> str:
    """What the estimate rests on in one sentence, as it is kept with the assumption."""
    n = worked.estimate.n
    own = str(inputs.get("source") or "")
    told = SENTENCES[worked.method](inputs, worked, n)
    return f"{told} {own}".strip()


def _of_projection(inputs: Inputs, worked: Worked, n: int) -> str:
    years = list(inputs["history"])
    facts = {
        "n": n,
        "first": years[0],
        "last": years[-1],
        "how": CANDIDATES[worked.projected.chosen.method] if worked.projected else "",
    }
    words = ngettext(
        "Projected from %(n)s year, %(first)s: %(how)s.",
        "Projected from %(n)s years, %(first)s–%(last)s: %(how)s.",
        n,
    )
    return words % facts


def _of_experience(_inputs: Inputs, worked: Worked, n: int) -> str:
    words = ngettext("From %(n)s case: %(names)s.", "From %(n)s cases: %(names)s.", n)
    return words % {"n": n, "names": "; ".join(worked.estimate.sources)}


def _of_market(_inputs: Inputs, worked: Worked, n: int) -> str:
    words = ngettext("From %(n)s offer: %(names)s.", "From %(n)s offers: %(names)s.", n)
    return words % {"n": n, "names": "; ".join(worked.estimate.sources)}


def _of_three_points(inputs: Inputs, _worked: Worked, _n: int) -> str:
    return _("Judged in three points: %(kind)s.") % {
        "kind": KINDS[inputs.get("kind", "triangular")]
    }


def _of_several(inputs: Inputs, _worked: Worked, _n: int) -> str:
    weights = [
        f"{METHODS[name]} {number(weight * 100)} %" for name, weight in inputs["weights"].items()
    ]
    return _("Weighed together: %(weights)s.") % {"weights": ", ".join(weights)}


SENTENCES: Final = {
    PROJECTION: _of_projection,
    EXPERIENCE: _of_experience,
    MARKET: _of_market,
    THREE_POINT: _of_three_points,
    TRIANGULATION: _of_several,
}
