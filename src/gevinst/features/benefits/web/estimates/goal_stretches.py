"""The stretches of a driver that reach a goal, in words."""

from __future__ import annotations

from django.utils.translation import gettext as _

from gevinst.features.benefits.estimating.answer import Answer
from gevinst.features.benefits.web.estimates.digits import shown


def stretches(found: Answer) -> str:
    """Every stretch that reaches the goal: at least, at most, or from one to another."""
    if not found.stretches:
        return _("No value reaches it")
    return _(" or ").join(_stretch(found, n) for n in range(len(found.stretches)))


def _stretch(found: Answer, n: int) -> str:
    each, point = found.stretches[n], found.points[n]
    bottom, top = found.searched
    if each.low == bottom and each.high == top:
        return _("Any value")
    if each.low == bottom:
        return _("%(n)s at most") % {"n": shown(each.high)}
    if each.high == top:
        return _("%(n)s at least") % {"n": shown(each.low)}
    both = _("%(low)s to %(high)s") % {"low": shown(each.low), "high": shown(each.high)}
    if point is None or point in (each.low, each.high):
        return both
    return _("%(n)s (%(both)s)") % {"n": shown(point), "both": both}


def place(found: Answer) -> str:
    """Whether the driver's range decides it."""
    if not found.turns:
        return ""
    if found.driver.low is None or found.driver.high is None:
        return _("It has no range.")
    if found.inside:
        return _("Inside its range: here it is decided.")
    return _("Outside its range.")


def sentences(found: Answer, wanted: str) -> list[str]:
    """The answer for one driver in words."""
    title = found.driver.title or found.driver.name
    facts = {"title": title, "answer": stretches(found).lower(), "goal": wanted}
    if not found.stretches:
        low, high = (shown(each) for each in found.searched)
        told = _("No value of “%(title)s” from %(low)s to %(high)s does it: %(goal)s.")
        return [told % {**facts, "low": low, "high": high}]
    said = [_("“%(title)s” must be %(answer)s for this: %(goal)s.") % facts]
    if len(found.stretches) > 1:
        said.append(_("There are %(n)s stretches that do it.") % {"n": len(found.stretches)})
    return [*said, *filter(None, [place(found)])]
