"""A business case by its parties: who pays and gains, shares over time, transfers, whose view."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from gevinst.engines.businesscase.calculus.parties import Parties
from gevinst.features.benefits.queries.following.parties import SharedCase, shared_case
from gevinst.features.benefits.web.following.frame import Facts, frame
from gevinst.features.benefits.web.following.parties.shares import differs, shares_told
from gevinst.features.benefits.web.following.parties.words import note_words, party_words
from gevinst.shared.templatetags.gevinst import dkk

ALL = "alle"


@require_GET
def show(request: HttpRequest, case_id: int) -> HttpResponse:
    """The parties, from the perspective and under the reading that the address asks for."""
    _actor, case, facts = frame(request, case_id, "parties")
    reading, asked = request.GET.get("laesning", ""), request.GET.get("perspektiv", "")
    shared = shared_case(case, reading, () if asked == ALL else (asked,) if asked else None)
    facts |= {"shared": shared, "reading": reading, "asked": asked}
    if shared.parties is not None:
        facts |= _told(shared, shared.parties)
    return render(request, "benefits/parties.html", facts)


def _told(shared: SharedCase, parties: Parties) -> Facts:
    case = parties.result.case
    titles = {line.id: line.title for line in case.lines}
    return {
        "years": parties.result.years,
        "rows": [(party_words(name), row, sum(row)) for name, row in parties.split.net.items()],
        "total": parties.split.total,
        "whole": sum(parties.split.total),
        "choices": [(name, party_words(name)) for name in parties.split.net],
        "seen_by": ", ".join(party_words(name) for name in shared.perspective),
        "figures": _figures(shared),
        "shares": [
            shares_told(titles[name], by_year)
            for name, by_year in parties.shares.items()
            if differs(by_year)
        ],
        "transfers": [
            (
                each.title,
                party_words(each.giver),
                party_words(each.receiver),
                each.amounts,
                sum(each.amounts.values()),
            )
            for each in case.transfers
        ],
        "notes": [(note.facts.get("severity"), note_words(note)) for note in parties.notes],
        "readings": [(name, each.title) for name, each in shared.readings.items()],
    }


def _figures(shared: SharedCase) -> list[Facts]:
    net = sum(shared.net)
    turn = shared.break_even
    first = shared.net[0] if shared.net else 0
    return [
        {"label": _("Net over the years"), "value": dkk(net, 0), "kind": "expected"},
        {"label": _("Net of the first year"), "value": dkk(first, 0), "kind": "expected"},
        {"label": _("Break-even"), "value": str(turn) if turn else _("Never"), "kind": "expected"},
        {"label": _("Net of all parties"), "value": dkk(shared.whole, 0), "kind": "expected"},
    ]
