"""Who may publish an authority's business case; a published one everybody may read."""

from __future__ import annotations

from gevinst.shared.actor import Actor, Right


def may_publish(actor: Actor, authority_id: int) -> bool:
    """Whether `actor` may publish and withdraw the authority's cases: those who may approve them."""
    return actor.may(Right.OPERATE, authority_id)


def require_may_publish(actor: Actor, authority_id: int) -> None:
    """Raises `DomainError("not-allowed")` unless `actor` may publish there."""
    actor.require(Right.OPERATE, authority_id)
