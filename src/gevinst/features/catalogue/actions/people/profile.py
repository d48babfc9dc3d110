"""What a person tells about himself or herself."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from gevinst.features.catalogue.models import Profile
from gevinst.shared.actor import Actor
from gevinst.shared.audit import audited
from gevinst.shared.errors import DomainError

FIELDS = frozenset({"title", "works_on", "answers_for", "reached_at", "shown"})


def write_profile(*, by: Actor, **facts: Any) -> Profile:
    """The actor's own profile with `facts` (names of `FIELDS`) in place of what it had.

    Raises `DomainError`: "not-allowed" for one who is no person, "invalid" with `fields`.
    """
    if by.user_id is None:
        raise DomainError("not-allowed", _("Only a person has a profile."))
    if strange := set(facts) - FIELDS:
        raise DomainError("invalid", _("There is no such field."), fields=sorted(strange))
    found = Profile.objects.filter(user=by.user_id).first() or Profile(user_id=by.user_id)
    for field, value in facts.items():
        setattr(found, field, value)
    try:
        found.clean_fields(exclude=["user"])
    except ValidationError as fault:
        message = "; ".join(fault.messages)
        raise DomainError("invalid", message, fields=sorted(fault.message_dict)) from fault
    with audited("catalogue.write_profile", by=by):
        found.save()
    return found
