"""The list of processes: search, filters with counts, sorting, pages, and the same as a file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from gevinst.features.accounts import queries as accounts
from gevinst.features.catalogue import queries
from gevinst.features.catalogue.models import Domain, Phase, Process
from gevinst.features.catalogue.web.processes.blocks import block_name
from gevinst.features.catalogue.web.search.criteria import Asked, asked
from gevinst.shared.actor import Actor, Right
from gevinst.shared.spreadsheet import csv_response

PAGE = 20
SHOWN = 8  # choices of a filter before "more"


class Choice(NamedTuple):
    """One choice of a filter: what the address says, what the page says, how many it leaves."""

    value: str
    label: str
    hits: int
    chosen: bool


class Filter(NamedTuple):
    """One filter; `parameter` is its name in the address."""

    title: str
    parameter: str
    choices: list[Choice]
    more: list[Choice]


class Counted(Paginator):  # type: ignore[type-arg]
    """Pages of a list whose length is known already; `count` is a limit where it is not."""

    known = 0

    @cached_property
    def count(self) -> int:
        """How many there are to page through."""
        return self.known


@login_not_required
@require_GET
def show(request: HttpRequest) -> HttpResponse:
    """The page of hits."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    wanted = asked(request)
    counted = queries.counted(actor, **wanted.criteria)
    total = counted[0] if counted else None
    pages = Counted(queries.processes(actor, sort=wanted.sort, **wanted.criteria), PAGE)
    pages.known = queries.COMMON if total is None else total
    facts = {
        "wanted": wanted,
        "own_search": True,
        "total": total,
        "common": queries.COMMON,
        "page": pages.get_page(request.GET.get("side")),
        "filters": _filters(counted[1], wanted) if counted else [],
        "chips": _chips(wanted),
        "may_create": bool(actor.authorities(Right.CONTRIBUTE)),
        "sorts": _sorts(wanted),
    }
    return render(request, "catalogue/list.html", facts)


@login_not_required
@require_GET
def export(request: HttpRequest) -> StreamingHttpResponse:
    """Everything that fits, as CSV."""
    wanted = asked(request)
    found = queries.processes(request.actor, sort=wanted.sort, **wanted.criteria)  # type: ignore[attr-defined]
    head = [_("Authority"), _("Title"), _("Summary"), _("Phase"), _("Domains"), _("KLE"), _("FORM")]
    head += [_("Building block"), _("In operation since"), _("Changed")]
    return csv_response("processer", head, _rows(found.iterator(chunk_size=2000)))


def _rows(found: Iterator[Process]) -> Iterator[list[object]]:
    for one in found:
        yield [
            one.authority.name,
            one.title,
            one.summary,
            one.get_phase_display(),
            ", ".join(str(Domain(d).label) for d in one.domains),
            ", ".join(one.kle),
            ", ".join(one.form),
            one.block_key,
            one.in_operation_since,
            one.changed_at,
        ]


def _filters(found: queries.Facets, wanted: Asked) -> list[Filter]:
    names = {a.pk: a for a in accounts.authorities().filter(pk__in=found.authority)}
    at = wanted.authority.code if wanted.authority else ""
    authorities = [(names[pk].code, names[pk].name, n) for pk, n in found.authority.items()]
    phases = [(p.value, str(p.label), found.phase[p]) for p in Phase if p in found.phase]
    domains = [(d, str(Domain(d).label), n) for d, n in found.domain.items()]
    blocks = [(key, block_name(key), n) for key, n in found.block.items()]
    filters = [
        _filter(_("Phase"), "fase", phases, wanted.phase),
        _filter(_("Authority"), "myndighed", _most(authorities), at),
        _filter(_("Field"), "omraade", _most(domains), wanted.domain),
        _filter(_("Building block"), "byggeklods", _most(blocks), wanted.block),
    ]
    return [one for one in filters if one.choices]


def _most(choices: list[tuple[str, str, int]]) -> list[tuple[str, str, int]]:
    return sorted(choices, key=lambda choice: (-choice[2], choice[1]))


def _filter(title: str, parameter: str, choices: list[tuple[str, str, int]], chosen: str) -> Filter:
    made = [Choice(value, label, count, value == chosen) for value, label, count in choices]
    first = [c for n, c in enumerate(made) if n < SHOWN or c.chosen]
    return Filter(title, parameter, first, [c for c in made if c not in first])


def _chips(wanted: Asked) -> list[tuple[str, str]]:
    """The parameter and the text of every filter that is on."""
    on = [
        ("q", f"“{wanted.text}”" if wanted.text else ""),
        ("fase", str(Phase(wanted.phase).label) if wanted.phase else ""),
        ("myndighed", wanted.authority.name if wanted.authority else ""),
        ("omraade", str(Domain(wanted.domain).label) if wanted.domain else ""),
        ("byggeklods", block_name(wanted.block) if wanted.block else ""),
    ]
    return [(parameter, text) for parameter, text in on if text]


def _sorts(wanted: Asked) -> list[tuple[str, Any, bool]]:
    labels = {
        "relevance": _("Best hits"),
        "newest": _("Changed last"),
        "title": _("Title"),
    }
    if not wanted.text:
        del labels["relevance"]
    now = wanted.sort if wanted.sort in labels else next(iter(labels))
    return [(key, label, key == now) for key, label in labels.items()]
