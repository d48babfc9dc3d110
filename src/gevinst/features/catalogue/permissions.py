"""Who may read and who may change a process."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from gevinst.features.catalogue.models import CoEditor, Process, Visibility
from gevinst.shared.actor import Actor, Right
from gevinst.shared.errors import DomainError


def readable(actor: Actor) -> Q:
    """The processes that `actor` may read: what is public, and what a role, ownership or editing opens."""
    seen = once_readable(actor)
    if actor.user_id is not None and not actor.system:
        seen |= edited(actor.user_id)
    return seen


def once_readable(actor: Actor) -> Q:
    """The versions in the history that `actor` could have read at that time (but for co-editing)."""
    if actor.system:
        return Q()
    seen = Q(visibility=Visibility.PUBLIC, withheld=False)
    if actor.user_id is not None:
        seen |= Q(visibility=Visibility.PERSONAL, owner_id=actor.user_id)
    if actor.national:
        return seen | ~Q(visibility=Visibility.PERSONAL)
    if actor.roles:
        seen |= Q(visibility=Visibility.ALL_AUTHORITIES, withheld=False)
        mine = actor.authorities(Right.READ)
        seen |= Q(authority_id__in=mine) & ~Q(visibility=Visibility.PERSONAL)
    return seen


def edited(user_id: int) -> Q:
    """The processes that a person is co-editor of."""
    return Q(Exists(CoEditor.objects.filter(process=OuterRef("pk"), user=user_id)))


def internal_ids(actor: Actor) -> Q:
    """The processes whose internal notes, files and comments `actor` may read: those of the own authority."""
    if actor.system or actor.national:
        return Q()
    own = Q(authority_id__in=actor.authorities(Right.READ)) & ~Q(visibility=Visibility.PERSONAL)
    if actor.user_id is not None:
        own |= Q(visibility=Visibility.PERSONAL, owner_id=actor.user_id) | edited(actor.user_id)
    return own


def may_read_internal(actor: Actor, process: Process) -> bool:
    """Whether `actor` may read what is internal of a process that it may read."""
    if process.visibility == Visibility.PERSONAL or _edits(actor, process):
        return True
    return actor.may(Right.READ, process.authority_id)


def may_change(actor: Actor, process: Process) -> bool:
    """Whether `actor` may change the process: owner, co-editors, and contributors once it is not personal."""
    if actor.user_id is not None and _edits(actor, process):
        return True
    if process.visibility == Visibility.PERSONAL and not actor.system:
        return actor.user_id is not None and actor.user_id == process.owner_id
    return actor.may(Right.CONTRIBUTE, process.authority_id)


def require_may_change(actor: Actor, process: Process) -> None:
    """Raises `DomainError("not-allowed")` unless `actor` may change the process."""
    if not may_change(actor, process):
        raise DomainError("not-allowed", _("Only a contributor at the authority may change this."))


def _edits(actor: Actor, process: Process) -> bool:
    """A page that asks many times prefetches `co_editors`, and then asks the database once."""
    if actor.user_id is None:
        return False
    if "co_editors" in getattr(process, "_prefetched_objects_cache", {}):
        return any(one.user_id == actor.user_id for one in process.co_editors.all())
    return process.co_editors.filter(user=actor.user_id).exists()


def require_may_import(actor: Actor) -> None:
    """Raises `DomainError("not-allowed")` unless `actor` administers an authority, or all of them."""
    if not (actor.system or actor.national or actor.authorities(Right.ADMINISTER)):
        raise DomainError("not-allowed", _("Only administrators may take files in."))


def require_may_curate(actor: Actor) -> None:
    """Raises `DomainError("not-allowed")` unless `actor` answers for what all authorities share."""
    if not (actor.system or actor.national):
        raise DomainError("not-allowed", _("Only a national administrator may do this."))
