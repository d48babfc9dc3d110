"""A clerk takes an item, or lets it go; two clerks never hold the same one."""

from __future__ import annotations

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from gevinst.features.operations import limits
from gevinst.features.operations.models import WorkItem
from gevinst.features.operations.permissions import check_work
from gevinst.features.operations.states import OPEN
from gevinst.shared.actor import Actor
from gevinst.shared.audit import audited
from gevinst.shared.errors import DomainError


def take(*, item: WorkItem, by: Actor) -> WorkItem:
    """The item, held by the clerk from now (or from before, when held already).

    Raises `DomainError`: "not-allowed", "taken" (a colleague holds it), "wrong-state".
    """
    check_work(by, item.authority_id)
    if by.user_id is None:
        raise DomainError("not-allowed", _("Only a person can take an item."))
    now = timezone.now()
    with audited("take", by=by, target=item, authority_id=item.authority_id):
        free = Q(taken_by=None) | Q(taken_at__lt=now - limits.take_lapses())
        # One conditional statement: of two clerks at once, one changes the row and the other none.
        taking = WorkItem.objects.filter(free, pk=item.pk, state__in=OPEN)
        if not taking.update(taken_by_id=by.user_id, taken_at=now):
            held = WorkItem.objects.select_related("taken_by").get(pk=item.pk)
            check_open(held)
            check_free(held, by)
    return WorkItem.objects.get(pk=item.pk)


def release(*, item: WorkItem, by: Actor) -> WorkItem:
    """The item, free for anybody. Raises `DomainError`: "not-allowed", "taken" (a colleague holds it)."""
    check_work(by, item.authority_id)
    with audited("release", by=by, target=item, authority_id=item.authority_id):
        row = locked(item)
        check_free(row, by)
        row.taken_by = row.taken_at = None
        row.save(update_fields=["taken_by", "taken_at"])
    return row


def locked(item: WorkItem) -> WorkItem:
    """The item as it is now, kept from others until the transaction ends."""
    return WorkItem.objects.select_for_update(of=("self",), no_key=True).get(pk=item.pk)


def check_open(item: WorkItem) -> None:
    """Raises `DomainError("wrong-state")` for an item that is not on the desk."""
    if item.state not in OPEN:
        message = _("The item is no longer on the desk: it is “%(state)s”.")
        raise DomainError(
            "wrong-state", message % {"state": item.get_state_display()}, state=item.state
        )


def check_free(item: WorkItem, by: Actor) -> None:
    """Raises `DomainError("taken")` where a colleague holds the item and has not let it lapse."""
    if item.taken_by_id in (None, by.user_id) or item.taken_at is None:
        return
    if item.taken_at < timezone.now() - limits.take_lapses():
        return
    since = timezone.localtime(item.taken_at).strftime("%H.%M")
    message = _("%(name)s has had this item since %(time)s.") % {
        "name": item.taken_by,
        "time": since,
    }
    raise DomainError("taken", message, item=item.pk)
