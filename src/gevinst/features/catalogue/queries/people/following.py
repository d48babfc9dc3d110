"""What a person follows."""

from __future__ import annotations

from gevinst.features.catalogue.models import Follow
from gevinst.features.catalogue.queries.reading import readable_ids
from gevinst.shared.actor import Actor


def follows(actor: Actor, process_id: int, authority_id: int) -> tuple[bool, bool]:
    """Whether the actor follows the process, and the authority; one query."""
    mine = Follow.objects.filter(user=actor.user_id or 0)
    wanted = mine.filter(process=process_id) | mine.filter(authority=authority_id)
    found = set(wanted.values_list("process_id", flat=True))
    return process_id in found, None in found


def followed_processes(actor: Actor) -> list[Follow]:
    """The processes that the actor follows and may still read, by title."""
    mine = Follow.objects.filter(user=actor.user_id or 0, process__in=readable_ids(actor))
    return list(mine.select_related("process__authority").order_by("process__sort_key", "pk"))


def followed_authorities(actor: Actor) -> list[Follow]:
    """The authorities that the actor follows, in Danish order."""
    mine = Follow.objects.filter(user=actor.user_id or 0, authority__isnull=False)
    return list(mine.select_related("authority").order_by("authority__sort_key"))


def follows_anything(actor: Actor) -> bool:
    """Whether the actor follows anything at all."""
    return Follow.objects.filter(user=actor.user_id or 0).exists()
