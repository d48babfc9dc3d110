"""How much each authority shares, by the month in which it was made."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import Count
from django.db.models.functions import TruncMonth
from django.utils import timezone

from gevinst.features.accounts.queries import administered, authorities
from gevinst.features.catalogue.models import Process, Visibility
from gevinst.features.catalogue.queries.duties import months_after
from gevinst.shared.actor import Actor

if TYPE_CHECKING:
    from gevinst.features.accounts.models import Authority

FEW = 10
SHARED = (Visibility.PUBLIC, Visibility.ALL_AUTHORITIES)


class Shares(NamedTuple):
    """What one authority shares: in all, and by month, in the order of `months_of`."""

    authority: Authority
    total: int
    by_month: list[int]

    @property
    def few(self) -> bool:
        """Whether it is little enough to ask why."""
        return self.total < FEW


def months_of(today: date, count: int = 12) -> list[date]:
    """The first days of the last `count` months, this one included, the oldest first."""
    first = today.replace(day=1)
    return [months_after(first, -n) for n in range(count - 1, -1, -1)]


def shares(actor: Actor, today: date) -> list[Shares]:
    """Each authority that `actor` administers and that exists today, those that share least first."""
    places = authorities(today).filter(pk__in=administered(actor).values("pk"))
    counted: dict[int, dict[date, int]] = defaultdict(dict)
    shared = Process.objects.filter(visibility__in=SHARED, withheld=False).order_by()
    monthly = shared.annotate(month=TruncMonth("created_at")).values("authority", "month")
    for place_id, month, n in monthly.annotate(n=Count("pk")).values_list(
        "authority", "month", "n"
    ):
        counted[place_id][timezone.localdate(month)] = n
    months = months_of(today)
    found = [
        Shares(
            place,
            sum(counted[place.pk].values()),
            [counted[place.pk].get(month, 0) for month in months],
        )
        for place in places
    ]
    return sorted(found, key=lambda one: (one.total, one.authority.sort_key))
