"""A correction kept as a reading of the case."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from gevinst.engines.businesscase.casefile.write import dumps
from gevinst.engines.businesscase.risk import Forecast
from gevinst.features.benefits.actions import cases as actions
from gevinst.features.benefits.casework.paths import Data, plain
from gevinst.features.benefits.estimating.optimism import Corrected
from gevinst.features.benefits.estimating.scenario import with_scenario
from gevinst.features.benefits.estimating.uplifts import INVESTMENT
from gevinst.features.benefits.web.estimates.note_told import told
from gevinst.features.benefits.web.estimates.optimism_areas import Typed
from gevinst.features.benefits.web.estimates.optimism_seen import Seen
from gevinst.features.benefits.web.estimates.optimism_words import CHOICES, LEVEL_WORDS, LEVELS
from gevinst.shared.actor import Actor
from gevinst.shared.errors import DomainError
from gevinst.shared.templatetags.gevinst import number

HUNDRED = Decimal(100)
SCENARIO = "scenarie_"


def keep(request: HttpRequest, actor: Actor, seen: Seen) -> HttpResponse:
    """Writes the scenario that was asked for into the case. Raises `DomainError`."""
    case, typed, found = seen.case, seen.typed, seen.found
    assert found is not None
    asked = request.POST.get("act", "")
    made = _scenario(asked, typed, found, seen.class_)
    if made is None:
        raise DomainError("invalid", _("Choose which scenario to keep."))
    title, reason, factors = made
    name = f"{SCENARIO}{asked}"
    data, left_out = with_scenario(plain(case.text) or {}, name, title, reason, factors)
    data.setdefault("agreements", {})["optimism"] = _inputs(typed)
    revision = request.POST.get("revision", "")
    actions.save_case(
        case=case, text=dumps(data), revision=int(revision) if revision.isdecimal() else 0, by=actor
    )
    messages.success(
        request, _("The scenario is kept as a reading of the case: %(title)s.") % {"title": title}
    )
    if left_out:
        lines = {"lines": "; ".join(left_out)}
        messages.warning(request, _("These lines cannot follow it: %(lines)s.") % lines)
    return redirect("case-optimism", case.pk)


def _scenario(
    asked: str, typed: Typed, found: Corrected, class_: Forecast | None
) -> tuple[str, str, Mapping[str, Decimal]] | None:
    """Title, reason and factors of the scenario that is asked for."""
    if asked == "optimisme":
        facts = {"choice": CHOICES[typed.choice], "left": number(found.left * HUNDRED)}
        reason = _("%(choice)s; %(left)s %% of the uplift is left.") % facts
        return _("Corrected for optimism"), reason, found.factors
    if class_ is None or asked not in LEVELS:
        return None
    ratio = class_.ratios[LEVELS.index(asked)]
    title = _("Cost of the project by reference class, %(level)s") % {"level": LEVEL_WORDS[asked]}
    return title, " ".join(told(note) for note in class_.notes[:1]), {INVESTMENT: ratio}


def _inputs(typed: Typed) -> Data:
    """What the panel is opened with again."""
    areas = {
        area.id: {"weight": area.weight, "managed": area.managed, "evidence": area.evidence}
        for area in typed.areas
    }
    category, stage = typed.choice
    return {
        "category": category,
        "stage": stage,
        "areas": areas,
        "on": timezone.localdate().isoformat(),
    }
