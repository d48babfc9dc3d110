"""Who may read, say and judge what is said about a process."""

from __future__ import annotations

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gevinst.features.catalogue.models import Comment, Process
from gevinst.features.catalogue.permissions import may_read_internal
from gevinst.shared.actor import Actor, Right
from gevinst.shared.errors import DomainError


def may_talk(actor: Actor) -> bool:
    """Whether `actor` is a person of an authority: comments carry names, and are for those who have one."""
    return actor.user_id is not None and (actor.national or bool(actor.authorities(Right.READ)))


def require_may_talk(actor: Actor) -> None:
    """Raises `DomainError("not-allowed")` unless `actor` is a person of an authority."""
    if not may_talk(actor):
        raise DomainError("not-allowed", _("Only people of an authority take part here."))


def require_may_be_internal(actor: Actor, process: Process) -> None:
    """Raises `DomainError("not-allowed")` for one who may not read what is internal of the process."""
    if not may_read_internal(actor, process):
        raise DomainError("not-allowed", _("Only the authority's own people write internally."))


def wrote(actor: Actor, comment: Comment) -> bool:
    """Whether the comment is the actor's own."""
    return actor.user_id is not None and comment.author_id == actor.user_id


def may_moderate(actor: Actor, authority_id: int) -> bool:
    """Whether `actor` decides about what stands on the processes of an authority."""
    return actor.user_id is not None and actor.may(Right.ADMINISTER, authority_id)


def moderates_somewhere(actor: Actor) -> bool:
    """Whether `actor` decides about anything at all."""
    return actor.national or bool(actor.authorities(Right.ADMINISTER))


def moderated(actor: Actor) -> Q:
    """The reports that `actor` decides: all of them, or those about processes of the own authorities."""
    if actor.national or actor.system:
        return Q()
    return Q(process__authority_id__in=actor.authorities(Right.ADMINISTER))
