"""Who may see and who may change baselines, costs of robots, and benefits."""

from __future__ import annotations

from gevinst.features.benefits.models import Benefit
from gevinst.shared.actor import Actor, Right


def may_set_baseline(actor: Actor, authority_id: int) -> bool:
    """Whether `actor` may set baselines of the authority's processes."""
    return actor.may(Right.CONTRIBUTE, authority_id)


def require_may_set_baseline(actor: Actor, authority_id: int) -> None:
    """Raises `DomainError("not-allowed")` unless `actor` may set them."""
    actor.require(Right.CONTRIBUTE, authority_id)


def may_set_costs(actor: Actor, authority_id: int) -> bool:
    """Whether `actor` may say what the authority's robots cost: those who operate them."""
    return actor.may(Right.OPERATE, authority_id)


def require_may_set_costs(actor: Actor, authority_id: int) -> None:
    """Raises `DomainError("not-allowed")` unless `actor` may say it."""
    actor.require(Right.OPERATE, authority_id)


def may_write(actor: Actor, authority_id: int) -> bool:
    """Whether `actor` may write in the authority's register of benefits."""
    return actor.may(Right.CONTRIBUTE, authority_id)


def require_may_write(actor: Actor, authority_id: int) -> None:
    """Raises `DomainError("not-allowed")` unless `actor` may write there."""
    actor.require(Right.CONTRIBUTE, authority_id)


def may_move(actor: Actor, benefit: Benefit) -> bool:
    """Whether `actor` may move and measure it: one who writes there, or its owner while a reader there."""
    own = actor.user_id is not None and benefit.owner_id == actor.user_id
    right = Right.READ if own else Right.CONTRIBUTE
    return actor.may(right, benefit.authority_id)


def require_may_move(actor: Actor, benefit: Benefit) -> None:
    """Raises `DomainError("not-allowed")` unless `actor` may move it."""
    if not may_move(actor, benefit):
        actor.require(Right.CONTRIBUTE, benefit.authority_id)
