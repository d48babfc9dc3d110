"""Notices that are to be mailed, and to whom."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta

from django.db.models import Case, CharField, F, OuterRef, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce, NullIf

from gevinst.features.catalogue.models import Notice, NoticeChoice
from gevinst.features.catalogue.queries.people.pacing import PACES

KEPT = timedelta(days=31)  # older than this is no news


def waiting(
    paces: Collection[str], now: datetime, until: datetime | None = None
) -> QuerySet[Notice]:
    """Unread notices of the last month, not mailed yet, whose person wants one of `paces` for them."""
    found = Notice.objects.filter(
        mailed_at=None, read_at=None, at__gte=now - KEPT, at__lte=until or now, user__is_active=True
    )
    return found.annotate(wanted=_wanted()).filter(wanted__in=set(paces))


def _wanted() -> Coalesce:
    own = NoticeChoice.objects.filter(user=OuterRef("user"), kind=OuterRef("kind")).values("pace")
    usual = Case(
        *(When(kind=kind, then=Value(str(pace))) for kind, pace in PACES.items()),
        output_field=CharField(),
    )
    stated = NullIf(F("pace"), Value(""))
    return Coalesce(stated, Subquery(own[:1]), usual, output_field=CharField())
