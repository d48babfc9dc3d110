"""Follows processes and authorities, and stops it again; both may be repeated."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from gevinst.features.accounts.queries import authorities
from gevinst.features.catalogue.models import Follow
from gevinst.features.catalogue.queries import process
from gevinst.shared.actor import Actor
from gevinst.shared.errors import DomainError


def follow_process(*, process_id: int, by: Actor, on: bool = True) -> None:
    """The actor is told from now on when the process changes; not any more with `on=False`.

    Raises `DomainError`: "not-allowed" for one who is no person, "not-found".
    """
    user_id = _person(by)
    if not on:
        Follow.objects.filter(user=user_id, process=process_id).delete()
        return
    found = process(by, process_id)
    Follow.objects.get_or_create(user_id=user_id, process=found, authority=None)


def follow_authority(*, authority_id: int, by: Actor, on: bool = True) -> None:
    """The actor is told from now on what the authority shares; not any more with `on=False`.

    Raises `DomainError`: "not-allowed" for one who is no person, "not-found".
    """
    user_id = _person(by)
    if not on:
        Follow.objects.filter(user=user_id, authority=authority_id).delete()
        return
    if not authorities().filter(pk=authority_id).exists():
        raise DomainError("not-found", _("There is no such authority."))
    Follow.objects.get_or_create(user_id=user_id, process=None, authority_id=authority_id)


def _person(by: Actor) -> int:
    if by.user_id is None:
        raise DomainError("not-allowed", _("Only a person can follow something."))
    return by.user_id
