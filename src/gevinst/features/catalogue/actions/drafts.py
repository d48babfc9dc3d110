"""Keeping what was typed. A draft has a revision: who has not seen the newest one does not overwrite it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from gevinst.features.catalogue.models import Draft
from gevinst.shared.actor import Actor
from gevinst.shared.errors import DomainError

MOST = 50  # drafts of one person
LONGEST = 200_000  # characters in all of a form
Typed = Mapping[str, list[str]]


def keep(
    *,
    by: Actor,
    typed: Typed,
    facts: Mapping[str, Any],
    process_id: int | None = None,
    draft_id: int | None = None,
    revision: int = 0,
) -> Draft:
    """The draft with what was typed; `facts` say which form it is, and on what it rests.

    Raises `DomainError`: "conflict" when the draft was changed after `revision`, "invalid" when it is too
    long or there are too many, "not-allowed" without a person.
    """
    if by.user_id is None:
        raise DomainError("not-allowed", _("Only a person has drafts."))
    if sum(len(one) for values in typed.values() for one in values) > LONGEST:
        raise DomainError("invalid", _("That is more than a draft holds."))
    with transaction.atomic():
        # One person's drafts are written one at a time.
        get_user_model().objects.select_for_update().get(pk=by.user_id)
        held = _held(by.user_id, process_id, draft_id)
        if not held._state.adding and held.fields.get("revision", 0) != revision:
            raise DomainError("conflict", _("The draft was changed in another window."))
        if held._state.adding and Draft.objects.filter(user=by.user_id).count() >= MOST:
            raise DomainError("invalid", _("You have too many drafts: throw some of them out."))
        typed = {key: list(values) for key, values in typed.items()}
        held.fields = {**facts, "typed": typed, "revision": revision + 1}
        held.save()
    return held


def discard(*, by: Actor, draft_id: int) -> None:
    """Throws a draft of `by` out. Raises `DomainError("not-found")` for one that is not theirs, or gone."""
    deleted, _rows = Draft.objects.filter(pk=draft_id, user=by.user_id or 0).delete()
    if not deleted:
        raise DomainError("not-found", _("There is no such draft."))


def sent(*, by: Actor, process_id: int | None, draft_id: int | None) -> None:
    """What was typed is saved: the draft has done its work."""
    mine = Draft.objects.filter(user=by.user_id or 0)
    if draft_id is not None:
        mine.filter(pk=draft_id).delete()
    if process_id is not None:
        mine.filter(process=process_id).delete()


def _held(user_id: int, process_id: int | None, draft_id: int | None) -> Draft:
    mine = Draft.objects.filter(user=user_id)
    if process_id is not None:
        found = mine.filter(process=process_id).first()
    else:
        found = mine.filter(pk=draft_id, process=None).first() if draft_id else None
    return found or Draft(user_id=user_id, process_id=process_id)
