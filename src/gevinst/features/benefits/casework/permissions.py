"""Who may read, write and approve a business case, and who may comment on it."""

from __future__ import annotations

from django.db.models import Q
from django.utils.translation import gettext as _

from gevinst.features.accounts import queries as accounts
from gevinst.features.benefits.casework.comment_models import CaseComment
from gevinst.features.benefits.casework.models import BusinessCase
from gevinst.features.benefits.casework.states import CaseState, CaseVisibility
from gevinst.shared.actor import Actor, Right
from gevinst.shared.errors import DomainError


def readable_cases(actor: Actor) -> Q:
    """The business cases that `actor` may read: public ones, shared ones, those of the own authority."""
    if actor.system:
        return Q()
    seen = Q(visibility=CaseVisibility.PUBLIC)
    if actor.national:
        return Q()
    if actor.roles:
        seen |= Q(visibility=CaseVisibility.SHARED)
        seen |= Q(authority_id__in=actor.authorities(Right.READ))
    return seen


def may_start_case(actor: Actor, authority_id: int) -> bool:
    """Whether `actor` may write business cases of the authority."""
    return actor.may(Right.CONTRIBUTE, authority_id)


def require_may_start_case(actor: Actor, authority_id: int) -> None:
    """Raises `DomainError("not-allowed")` unless `actor` may write business cases there."""
    actor.require(Right.CONTRIBUTE, authority_id)


def may_edit_case(actor: Actor, case: BusinessCase) -> bool:
    """Whether `actor` may write in it: contributors at its authority, as long as it is not archived."""
    open_ = case.state != CaseState.ARCHIVED
    return open_ and actor.may(Right.CONTRIBUTE, case.authority_id)


def may_approve_case(actor: Actor, case: BusinessCase) -> bool:
    """Whether `actor` may approve or reject it: somebody who operates there and wrote none of it."""
    hand = accounts.person_behind(actor)
    may = actor.may(Right.OPERATE, case.authority_id)
    return may and hand is not None and hand not in case.edited_by


def require_may_approve_case(actor: Actor, case: BusinessCase) -> None:
    """Raises `DomainError`: "not-allowed", "second-person" for one who wrote in the case."""
    actor.require(Right.OPERATE, case.authority_id)
    if not may_approve_case(actor, case):
        message = _("A second person must decide this: you have written in the case yourself.")
        raise DomainError("second-person", message, case=case.pk)


def may_comment(actor: Actor, case: BusinessCase) -> bool:
    """Whether `actor` may comment: everybody who reads for the case's authority."""
    return actor.known and actor.may(Right.READ, case.authority_id)


def require_may_comment(actor: Actor, case: BusinessCase) -> None:
    """Raises `DomainError("not-allowed")` unless `actor` may comment."""
    actor.require(Right.READ, case.authority_id)


def wrote_comment(actor: Actor, comment: CaseComment) -> bool:
    """Whether the words are the actor's own, and still there."""
    own = actor.user_id is not None and comment.by_id == actor.user_id
    return own and comment.deleted_at is None
