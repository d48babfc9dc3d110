"""Where an actor reads rules: authorities, and the building blocks that decide there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from gevinst.engines.blockkit.contract import Block
from gevinst.engines.blockkit.registry import BlockNotFound, block
from gevinst.features.accounts import queries as accounts
from gevinst.features.control.models import LogHead, RuleChange, RuleSet
from gevinst.shared.actor import Actor, Right
from gevinst.shared.errors import DomainError

if TYPE_CHECKING:
    from gevinst.features.accounts.models import Authority


def places(actor: Actor) -> QuerySet[Authority]:
    """The authorities whose rules the actor reads; nationally those that have decided or changed any."""
    if not (actor.national or actor.system):
        return accounts.authorities().filter(pk__in=actor.authorities(Right.READ))
    rows = (LogHead.objects, RuleSet.objects, RuleChange.objects)
    used = {pk for each in rows for pk in each.values_list("authority", flat=True).distinct()}
    return accounts.authorities().filter(pk__in=used)


def place(actor: Actor, code: str) -> Authority:
    """The authority of that code. Raises `DomainError("not-found")`, also where the actor may not read."""
    found = accounts.authorities().filter(code=code).first()
    if found is None or not actor.may(Right.READ, found.pk):
        raise DomainError("not-found", _("There is no such page."))
    return found


def installed(block_key: str) -> Block:
    """The building block of that key. Raises `DomainError("not-found")`."""
    try:
        return block(block_key)
    except BlockNotFound as missing:
        message = _("The building block “%(key)s” is not installed.") % {"key": block_key}
        raise DomainError("not-found", message, block=block_key) from missing
