"""A search answered by PostgreSQL's own full text, while the index cannot."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db.models import F, Q, QuerySet
from django.db.models.functions import Coalesce
from django.utils import timezone

from gevinst.features.accounts import queries as accounts
from gevinst.features.catalogue.indexing.facets import BANDS, facets
from gevinst.features.catalogue.models import BlockUse, Process, Standing
from gevinst.features.catalogue.permissions import readable
from gevinst.features.catalogue.queries.asked import Asked
from gevinst.features.catalogue.queries.narrowing import Wanted
from gevinst.features.catalogue.queries.narrowing import narrowed as narrow
from gevinst.features.catalogue.queries.searching.answer import Answer, Hit, Source
from gevinst.features.catalogue.queries.searching.whose import whose_rows
from gevinst.features.catalogue.search import ts_query
from gevinst.shared.actor import Actor

# More than so many are neither ranked nor counted.
COMMON = 2000
NAMED = ("phase", "domain", "kle", "form", "technology", "system", "block")


def answer(actor: Actor, asked: Asked, size: int, source: Source) -> Answer:
    """The page `asked.page` of `size` hits; counts where no more than `COMMON` fit."""
    found = rows(actor, asked)
    total = found[: COMMON + 1].count()
    start = (asked.page - 1) * size
    shown = ordered(found, asked, rank=total <= COMMON)[start : start + size]
    hits = [Hit(row) for row in shown.select_related("authority", "standing").defer("search")]
    if total > COMMON:
        return Answer(hits, None, source=source)
    return Answer(hits, total, _counts(actor, asked), source=source)


def ids(actor: Actor, asked: Asked) -> Iterator[int]:
    """The ids of everything that fits, in order."""
    found = ordered(rows(actor, asked), asked, rank=True).values_list("pk", flat=True)
    return iter(found.iterator(chunk_size=2000))


def rows(actor: Actor, asked: Asked) -> QuerySet[Process]:
    """Everything that fits and the reader may read."""
    found = narrow(Process.objects.filter(readable(actor)), _wanted(asked)).filter(_more(asked))
    if asked.whose:
        found = found.filter(whose_rows(actor, asked.whose))
    words = ts_query(asked.text)
    return found.filter(search=_query(words)) if words else found


def ordered(found: QuerySet[Process], asked: Asked, *, rank: bool) -> QuerySet[Process]:
    """In the order asked for; by relevance where that can be told."""
    words = ts_query(asked.text)
    if asked.order == "relevance" and rank and words:
        ranked = found.annotate(rank=SearchRank(F("search"), _query(words)))
        return ranked.order_by("-rank", "-changed_at", "-pk")
    if asked.order == "title":
        return found.order_by("sort_key", "pk")
    if asked.order == "adoption":
        return found.order_by(F("standing__adopters").desc(nulls_last=True), "pk")
    if asked.order == "effect":
        measured = F("standing__hours_measured").desc(nulls_last=True)
        return found.order_by(measured, F("standing__hours_expected").desc(nulls_last=True), "pk")
    return found.order_by("-changed_at", "-pk")


def _query(words: str) -> SearchQuery:
    return SearchQuery(words, config="danish", search_type="raw")


def _wanted(asked: Asked) -> Wanted:
    known = accounts.authorities().filter(code__in=asked.authority) if asked.authority else None
    codes = [] if known is None else list(known.values_list("code", flat=True))
    today = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    since = today - timedelta(days=asked.changed) if asked.changed else None
    return Wanted(
        **{name: getattr(asked, name) for name in NAMED},
        authority=codes,
        changed_since=since,
    )


def _more(asked: Asked) -> Q:
    """The facets that only lists for people have."""
    effects = {
        "measured": _MEASURED,
        "expected": ~_MEASURED & Q(standing__hours_expected__isnull=False),
        "none": ~_MEASURED & Q(standing__hours_expected__isnull=True),
    }
    ready = Q(standing__readiness__in=asked.ready) if asked.ready else Q()
    if Standing.Grade.E in asked.ready:
        ready |= Q(standing=None)
    return (
        _any(effects[one] for one in asked.effect)
        & _any(_band(int(low)) for low in asked.hours)
        & ready
    )


_MEASURED = Q(standing__hours_measured__isnull=False) | Q(standing__amount_measured__isnull=False)


def _band(low: int) -> Q:
    above = [each for each in BANDS if each > low]
    hours: dict[str, Any] = {"hours__gte": low} | ({"hours__lt": above[0]} if above else {})
    known = Process.objects.annotate(
        hours=Coalesce("standing__hours_measured", "standing__hours_expected")
    )
    return Q(pk__in=known.filter(**hours).order_by().values("pk"))


def _any(conditions: Iterator[Q]) -> Q:
    fits = Q()
    for each in conditions:
        fits |= each
    return fits


def _counts(actor: Actor, asked: Asked) -> dict[str, dict[str, int]]:
    """How many each choice of each facet would leave, its own choice left out."""
    counts = _tally(rows(actor, asked))
    for name in asked.chosen:
        without: Any = {name: ()}
        counts[name] = _tally(rows(actor, replace(asked, **without))).get(name, {})
    return counts


def _tally(found: QuerySet[Process]) -> dict[str, dict[str, int]]:
    some = list(found.order_by().select_related("standing").defer("search")[:COMMON])
    used: dict[int, list[str]] = {}
    for process_id, key in BlockUse.objects.filter(process__in=some).values_list(
        "process_id", "key"
    ):
        used.setdefault(process_id, []).append(key)
    told: dict[str, Counter[str]] = {}
    for row in some:
        for term in facets(row, getattr(row, "standing", None), used.get(row.pk, [])):
            name, _, value = term.partition(":")
            # "kle3" counts with "kle".
            told.setdefault(name.rstrip("23"), Counter())[value] += 1
    return {
        name: {f"{name}:{value}": hits for value, hits in count.items()}
        for name, count in told.items()
    }
