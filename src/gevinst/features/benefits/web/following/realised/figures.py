"""The figures and the drawing of what a case came to: rate, forecast, break-even."""

from __future__ import annotations

from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gevinst.engines.businesscase.calculus.realised import Realised
from gevinst.features.benefits.charts.realised import realised_chart
from gevinst.features.benefits.queries.following.realised import FollowedCase
from gevinst.features.benefits.web.following.frame import Facts
from gevinst.shared.templatetags.gevinst import dkk, number


def percent(rate: Decimal | None) -> str:
    """A rate in whole per cent."""
    return "–" if rate is None else f"{number(rate * 100)} %"


def realised_figures(followed: FollowedCase) -> list[Facts]:
    """The rate, the forecast of the net, and how far break-even has moved."""
    found, first = followed.realised, followed.from_original
    rule = _("Measured over expected for the same years, of the gains that are measured.")
    source = [
        (_("Counted as"), rule),
        (_("Measured"), dkk(found.came, 0)),
        (_("Expected"), dkk(found.due, 0)),
    ]
    if first is not None:
        source.append((_("Against the original"), percent(first.rate)))
    total = sum(found.forecast, Decimal(0))
    ahead = _(
        "Measured so far, and the rest at the rate to date. Costs of the project stand as planned."
    )
    kind = "measured" if found.rate is not None else ""
    return [
        {"label": _("Realisation rate"), "value": percent(found.rate), "kind": kind, "source": source},
        {"label": _("Net over the years, forecast"), "value": dkk(total, 0), "kind": "estimated",
         "note": _("expected %(dkk)s") % {"dkk": dkk(sum(found.expected, Decimal(0)), 0)},
         "source": [(_("Counted as"), ahead)]},
        {"label": _("Break-even"), **_slip(found), "kind": "estimated"},
    ]  # fmt: skip


def _slip(found: Realised) -> Facts:
    months = found.slippage.months
    if found.slippage.actual is None:
        was = found.slippage.expected
        note = (
            _("planned after %(n)s months") % {"n": number(was)}
            if was is not None
            else _("nor was it planned")
        )
        return {"value": _("Not within the years"), "note": note}
    if months is None:
        return {"value": _("Reached"), "note": _("it was not planned within the years")}
    count = ngettext("%(n)s month", "%(n)s months", int(abs(months))) % {
        "n": number(abs(months), 1)
    }
    if not months:
        return {"value": _("As planned"), "note": ""}
    told = _("%(count)s later") if months > 0 else _("%(count)s earlier")
    return {"value": told % {"count": count}, "note": _("than planned")}


def gains_chart(found: Realised) -> str:
    """Gains expected and measured by year; empty where none is measured."""
    measured = {
        year: value
        for year, value in zip(found.years, found.gain_measured, strict=True)
        if value is not None
    }
    if not measured:
        return ""
    expected = dict(zip(found.years, found.gain_expected, strict=True))
    told = "; ".join(
        f"{year}: {dkk(expected[year], 0)} / {dkk(value, 0)}" for year, value in measured.items()
    )
    return realised_chart(expected, measured, title=f"{_('Gains, expected and measured')}: {told}")
