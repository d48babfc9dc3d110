"""What a case itself says of its economy."""

from __future__ import annotations

from django.utils.translation import gettext as _

from gevinst.engines.businesscase.readiness.template import PublishedCase
from gevinst.shared.templatetags.gevinst import number


def economy_rows(story: PublishedCase) -> list[tuple[str, str]]:
    """What the case itself says of its economy."""
    economy = story.economy
    roi = ""
    if economy.roi is not None:
        roi = f"{number(100 * economy.roi, 1)} %"
        if economy.roi_years:
            over = _("%(figure)s over %(years)s years")
            roi = over % {"figure": roi, "years": economy.roi_years}
    internal = {
        True: _("The authority's own hours are counted."),
        False: _("The authority's own hours are not counted."),
        None: _("The case does not say whether the authority's own hours are counted."),
    }[economy.internal_time]
    rows = [
        (_("Costs"), economy.costs),
        (_("Benefits"), economy.benefits),
        (_("Published ROI"), roi),
        (_("Published break-even"), economy.break_even),
        (_("Own time"), internal),
    ]
    return [(term, text) for term, text in rows if text]
