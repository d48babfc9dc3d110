"""Who may see and who may set what a process costs by hand."""

from __future__ import annotations

from gevinst.shared.actor import Actor, Right


def may_set_baseline(actor: Actor, authority_id: int) -> bool:
    """Whether `actor` may set baselines of the authority's processes."""
    return actor.may(Right.CONTRIBUTE, authority_id)


def require_may_set_baseline(actor: Actor, authority_id: int) -> None:
    """Raises `DomainError("not-allowed")` unless `actor` may set them."""
    actor.require(Right.CONTRIBUTE, authority_id)
