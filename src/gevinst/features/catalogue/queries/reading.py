"""What is asked of the catalogue: the processes one may read, one of them, its history, counts."""

from __future__ import annotations

from typing import Any

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db.models import Count, F, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from gevinst.features.catalogue.models import Phase, Process, Visibility
from gevinst.features.catalogue.permissions import may_change, readable
from gevinst.features.catalogue.search import ts_query
from gevinst.shared.actor import Actor
from gevinst.shared.errors import DomainError

SORTS = ("relevance", "newest", "title")
COMMON = 2000  # words that find more than this are too common to rank by


def processes(actor: Actor, *, sort: str = "", **criteria: Any) -> QuerySet[Process]:
    """The processes that `actor` may read and that fit, sorted; best hits first when there is a text.

    Criteria: `text`, `authority` (id), `phase`, `domain`, `block` (key); `sort` is one of `SORTS`.
    """
    found = _matching(actor, **criteria)
    words = ts_query(criteria.get("text", ""))
    return _sorted(found, words, sort).select_related("authority").defer("search")


def process(actor: Actor, process_id: int) -> Process:
    """One process. Raises `DomainError("not-found")` also when `actor` may not read it."""
    found = Process.objects.filter(readable(actor), pk=process_id).select_related("authority")
    one = found.defer("search").first()
    if one is None:
        raise DomainError("not-found", _("There is no such process."))
    return one


def changeable(actor: Actor, process_id: int) -> bool:
    """Whether `actor` may change the process."""
    return may_change(actor, process(actor, process_id))


def titles(actor: Actor, ids: list[int]) -> dict[int, str]:
    """Id to title of those of `ids` that `actor` may read."""
    found = Process.objects.filter(readable(actor), pk__in=ids)
    return dict(found.values_list("pk", "title"))


def readable_ids(actor: Actor) -> QuerySet[Process, int]:
    """The ids of what `actor` may read, for use inside another query."""
    return Process.objects.filter(readable(actor)).values_list("pk", flat=True)


def shared_counts() -> dict[str, int]:
    """How many processes are shared, how many of them are in operation, by how many authorities."""
    shared = Process.objects.filter(visibility__in=[Visibility.PUBLIC, Visibility.ALL_AUTHORITIES])
    counts: dict[str, int] = shared.aggregate(
        shared=Count("pk"),
        in_operation=Count("pk", filter=Q(phase=Phase.OPERATION)),
        authorities=Count("authority", distinct=True),
    )
    return counts


def _matching(
    actor: Actor,
    *,
    text: str = "",
    authority: int | None = None,
    phase: str = "",
    domain: str = "",
    block: str = "",
) -> QuerySet[Process]:
    found = Process.objects.filter(readable(actor), _fits(authority, phase, domain, block))
    words = ts_query(text)
    return found.filter(search=_query(words)) if words else found


def _fits(authority: int | None, phase: str, domain: str, block: str) -> Q:
    fits = Q()
    if authority is not None:
        fits &= Q(authority_id=authority)
    if phase:
        fits &= Q(phase=phase)
    if domain:
        fits &= Q(domains__contains=[domain])
    if block:
        fits &= Q(block_key=block)
    return fits


def _query(words: str) -> SearchQuery:
    return SearchQuery(words, config="danish", search_type="raw")


def _sorted(found: QuerySet[Process], words: str, sort: str) -> QuerySet[Process]:
    chosen = sort if sort in SORTS else "relevance" if words else "newest"
    if chosen == "relevance" and words and found[: COMMON + 1].count() <= COMMON:
        rank = SearchRank(F("search"), _query(words))
        return found.annotate(rank=rank).order_by("-rank", "-changed_at", "-pk")
    if chosen == "title":
        return found.order_by("sort_key", "pk")
    return found.order_by("-changed_at", "-pk")
