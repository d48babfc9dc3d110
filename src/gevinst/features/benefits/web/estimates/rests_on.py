"""The sentence of what an estimate rests on."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gevinst.features.benefits.estimating.inputs import (
    EXPERIENCE,
    MARKET,
    PROJECTION,
    THREE_POINT,
    TRIANGULATION,
    Inputs,
)
from gevinst.features.benefits.estimating.worked import Worked
from gevinst.features.benefits.web.estimates.method_words import CANDIDATES, KINDS, METHODS
from gevinst.shared.templatetags.gevinst import number


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
