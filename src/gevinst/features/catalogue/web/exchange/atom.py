"""The Atom feed of public processes, the last changed first; takes the criteria of the list."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import conditional_page, require_GET

from gevinst.features.catalogue.exporting.opened import opened
from gevinst.features.catalogue.models import Domain, Phase
from gevinst.features.catalogue.queries.asked import address, asked_from
from gevinst.features.catalogue.queries.records import Record
from gevinst.features.catalogue.queries.searching.found import matching
from gevinst.shared.actor import GUEST

ENTRIES = 50


@login_not_required
@require_GET
@conditional_page
def show(request: HttpRequest) -> HttpResponse:
    """The feed; everybody gets the same, also who is signed in: feed readers know no session."""
    asked = replace(asked_from(request.GET), sort="newest", page=1, whose=())
    entries = list(opened(islice(matching(GUEST, asked), ENTRIES)))
    page = request.build_absolute_uri(reverse("catalogue"))
    feed = Atom1Feed(
        title=_("Gevinst: public processes"),
        link=f"{page}?{address(asked)}",
        description=_("What authorities automate and share, the last changed first."),
        language=get_language() or "da",
        feed_url=request.build_absolute_uri(),
        feed_guid=request.build_absolute_uri(),
        author_name="Gevinst",
    )
    for entry in entries:
        _add(feed, entry, request)
    return HttpResponse(
        feed.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8"
    )


def _add(feed: Atom1Feed, entry: Record, request: HttpRequest) -> None:
    link = request.build_absolute_uri(reverse("process", args=[entry["id"]]))
    labels = [Phase(entry["phase"]).label, *(Domain(each).label for each in entry["domains"])]
    feed.add_item(
        title=entry["title"],
        link=link,
        unique_id=link,
        description=entry["summary"],
        author_name=entry["authority"]["name"],
        pubdate=entry["created_at"],
        updateddate=entry["changed_at"],
        categories=[str(label) for label in labels],
    )
