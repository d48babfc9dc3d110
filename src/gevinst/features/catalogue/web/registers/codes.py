"""The page of code lists: level by level, or by words."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from gevinst.features.catalogue.models import Code
from gevinst.features.catalogue.queries.registers import codes as looked_up
from gevinst.features.catalogue.web.registers.systems import words
from gevinst.shared.actor import Actor

PAGE = 100


@login_not_required
@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """The codes of one scheme below one of them; those that ended on request."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    stated = request.GET.get("liste", "")
    scheme = stated if stated in Code.Scheme.values else Code.Scheme.KLE.value
    below = request.GET.get("under", "").replace("\0", "")[:20]
    text, ended = words(request), request.GET.get("udgaaede") == "1"
    rows = looked_up.codes(scheme, below=below, text=text, ended=ended)
    facts = {
        "page": Paginator(rows, PAGE).get_page(request.GET.get("side")),
        "scheme": Code.Scheme(scheme),
        "schemes": [(one, *size) for one, size in _sizes()],
        "path": [] if text else looked_up.path(scheme, below),
        "text": text,
        "ended": ended,
        "imports": actor.national,
    }
    return render(request, "catalogue/registers/codes.html", facts)


def _sizes() -> list[tuple[Code.Scheme, tuple[int, str]]]:
    sizes = looked_up.sizes()
    return [(one, sizes[one.value]) for one in Code.Scheme]
