"""The words of the warnings that an estimate or an uplift comes with."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext_lazy

from gevinst.features.benefits.web.estimates.method_words import Words

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
