"""What a person is told: the page of notices, and marking them as read."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from gevinst.features.catalogue.actions.notices.reading import mark_all_read, mark_read
from gevinst.features.catalogue.models import NoticeKind
from gevinst.features.catalogue.queries.people.following import follows_anything
from gevinst.features.catalogue.queries.people.notices import in_words, notices, unread
from gevinst.shared.actor import Actor

PAGE = 30


@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """Notices, newest first; `type` is a kind, `ulaest` leaves the read ones out."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    kind, only_unread = _kind(request.GET.get("type", "")), request.GET.get("ulaest") == "1"
    rows = notices(actor, kind=kind, only_unread=only_unread)
    page = Paginator(rows, PAGE).get_page(request.GET.get("side"))
    facts = {
        "page": page,
        "shown": in_words(actor, page.object_list),
        "kind": kind,
        "only_unread": only_unread,
        "kinds": NoticeKind.choices,
        "unread": unread(actor),
        "follows": follows_anything(actor),
    }
    return render(request, "catalogue/notices/list.html", facts)


@require_POST
def read(request: HttpRequest, notice_id: int) -> HttpResponse:
    """Marks one as read, and goes back to where it stood."""
    mark_read(notice_id=notice_id, by=request.actor)  # type: ignore[attr-defined]
    return HttpResponseRedirect(_back(request))


@require_POST
def all_read(request: HttpRequest) -> HttpResponse:
    """Marks all (of the kind that is shown) as read."""
    kind = _kind(request.POST.get("type", ""))
    count = mark_all_read(by=request.actor, kind=kind)  # type: ignore[attr-defined]
    told = ngettext("%(n)s notice is read.", "%(n)s notices are read.", count)
    messages.success(request, told % {"n": count} if count else _("Everything was read already."))
    return redirect("notices")


def _kind(stated: str) -> str:
    return stated if stated in NoticeKind.values else ""


def _back(request: HttpRequest) -> str:
    wanted = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(
        wanted, {request.get_host()}, require_https=request.is_secure()
    )
    return wanted if safe else redirect("notices").url
