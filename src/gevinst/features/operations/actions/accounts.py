"""Two people confirm a supplier's account by another way than the invoice; either may take it back."""

from __future__ import annotations

from django.db import connection
from django.utils.translation import gettext as _

from gevinst.engines.identifiers import mask_all
from gevinst.features.operations.models import AccountConfirmation
from gevinst.features.operations.permissions import check_suppliers
from gevinst.features.operations.queries.suppliers_said import Standing, standing
from gevinst.features.operations.supplier_models import Channel
from gevinst.shared.actor import Actor
from gevinst.shared.audit import about, audited
from gevinst.shared.errors import DomainError


def confirm_account(
    *, authority_id: int, sender: str, account: str, channel: str, note: str, by: Actor
) -> Standing:
    """What holds for the account when the actor's word is added; two different people confirm it.

    `note` says what was done. Raises `DomainError`: "not-allowed" (not a clerk or process owner, not a
    person), "invalid", "second-person" (the actor has confirmed it already), "already-done" (two have).
    """
    user_id = _person(authority_id, by)
    _check(sender, account)
    if channel not in Channel.values:
        raise DomainError("invalid", _("Choose how it was confirmed."), field="channel")
    _check_note(note)
    with audited("confirm_account", by=by, authority_id=authority_id) as entry:
        held = _held(authority_id, sender, account)
        if held.confirmed:
            raise DomainError("already-done", _("Two people have confirmed the account."))
        if held.said_by(user_id):
            raise DomainError("second-person", _("Another person has to confirm it too."))
        row = AccountConfirmation.objects.create(
            authority_id=authority_id,
            sender=sender,
            account=account,
            channel=channel,
            note=mask_all(note.strip()),
            actor_id=user_id,
            actor_name=by.name,
        )
        about(entry, row, channel=channel, people=held.people + 1)
    return standing(authority_id, sender, account)


def withdraw_confirmation(
    *, authority_id: int, sender: str, account: str, note: str, by: Actor
) -> Standing:
    """What holds then: nothing. Two people must confirm the account anew before it counts again.

    Raises `DomainError`: "not-allowed", "invalid" (no reason), "wrong-state" (nobody stands by it).
    """
    user_id = _person(authority_id, by)
    _check_note(note)
    with audited("withdraw_confirmation", by=by, authority_id=authority_id) as entry:
        held = _held(authority_id, sender, account)
        if not held.words:
            raise DomainError("wrong-state", _("Nobody has confirmed the account."))
        row = AccountConfirmation.objects.create(
            authority_id=authority_id,
            sender=sender,
            account=account,
            kind=AccountConfirmation.Kind.WITHDRAW,
            note=mask_all(note.strip()),
            actor_id=user_id,
            actor_name=by.name,
        )
        about(entry, row, people=held.people)
    return standing(authority_id, sender, account)


def _held(authority_id: int, sender: str, account: str) -> Standing:
    """What holds, kept from others until the transaction ends: two at once count one after the other."""
    with connection.cursor() as cursor:
        key = f"{authority_id}|{sender}|{account}"
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('account'), hashtext(%s))", [key])
    return standing(authority_id, sender, account)


def _person(authority_id: int, by: Actor) -> int:
    check_suppliers(by, authority_id)
    if by.user_id is None:
        raise DomainError("not-allowed", _("Only a person can vouch for an account."))
    return by.user_id


def _check(sender: str, account: str) -> None:
    if not sender or not account:
        raise DomainError("invalid", _("The supplier or the account is missing."), field="account")


def _check_note(note: str) -> None:
    if not note.strip():
        raise DomainError("invalid", _("Write what was done."), field="note")
