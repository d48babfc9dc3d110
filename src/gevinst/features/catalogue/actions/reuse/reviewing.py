"""What an adopter does about its copy: looks at what changed at the source, settles what is to be adapted."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gevinst.features.catalogue.actions.reuse.holding import held
from gevinst.features.catalogue.history import latest_event
from gevinst.features.catalogue.models import Adoption, Landscape
from gevinst.features.catalogue.queries.reuse.adapting import Item, to_adapt
from gevinst.shared.actor import Actor, Right
from gevinst.shared.audit import about, audited
from gevinst.shared.errors import DomainError


def review(*, adoption_id: int, by: Actor, seen_event: int | None = None) -> Adoption:
    """The source counts as looked at up to `seen_event` (without one: as it is now).

    Raises `DomainError`: "not-found", "not-allowed".
    """
    with transaction.atomic():
        adoption = held(adoption_id, by)
        place, last = adoption.process.authority_id, latest_event(adoption.source)
        with audited("catalogue.review_source", by=by, authority_id=place) as entry:
            about(entry, adoption.process, source=adoption.source_id)
            adoption.reviewed_event = min(seen_event or last, last)
            adoption.reviewed_at = timezone.now()
            adoption.save(update_fields=["reviewed_event", "reviewed_at"])
    return adoption


def settle(*, adoption_id: int, item: str, by: Actor) -> Adoption:
    """An item of the list of what to adapt is right as it is.

    Raises `DomainError`: "not-found", "not-allowed", "invalid" for an item that is not on the list.
    """
    with transaction.atomic():
        adoption = held(adoption_id, by)
        _item(adoption, item)
        place = adoption.process.authority_id
        with audited("catalogue.settle_adaption", by=by, authority_id=place) as entry:
            about(entry, adoption.process, item=item)
            adoption.settled = sorted({*adoption.settled, item})
            adoption.save(update_fields=["settled"])
    return adoption


def have(*, adoption_id: int, item: str, by: Actor) -> None:
    """The authority has the system or the technology of an item; the item is gone with that.

    Raises `DomainError`: "not-found", "not-allowed", "invalid".
    """
    with transaction.atomic():
        adoption = held(adoption_id, by)
        found, place = _item(adoption, item), adoption.process.authority_id
        by.require(Right.CONTRIBUTE, place)
        if found.kind not in {"system", "technology"}:
            raise DomainError("invalid", _("Only a system or a technology can be had."))
        with audited("catalogue.settle_adaption", by=by, authority_id=place) as entry:
            about(entry, adoption.process, item=item)
            had: dict[str, Any] = {f"{found.kind}_id": found.thing}
            Landscape.objects.get_or_create(authority_id=place, **had)


def _item(adoption: Adoption, key: str) -> Item:
    """The item. Raises `DomainError("invalid")` when it is not on the list, or not any longer."""
    for item in to_adapt(adoption):
        if item.key == key:
            return item
    raise DomainError("invalid", _("That is not on the list any longer."), fields=["item"])
