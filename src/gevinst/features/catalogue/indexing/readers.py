"""Which documents of the index a reader may find: each process that it may read once, and no other."""

from __future__ import annotations

from gevinst.engines.retrieval.asking import AllOf, AnyOf, Filter, Not, OneOf
from gevinst.features.catalogue.indexing.texts import Audience
from gevinst.shared.actor import Actor, Right


def findable(actor: Actor) -> Filter:
    """The same as `permissions.readable`, in terms of `documents.py`."""
    if actor.system:
        return AnyOf(frozenset({"in:all"}))
    me = frozenset() if actor.user_id is None else frozenset({f"me:{actor.user_id}"})
    if actor.national:
        return AnyOf(me | {"in:any"})
    if not actor.known:
        return AnyOf(frozenset({"see:guest"}))
    mine = actor.authorities(Right.READ)
    inside = AnyOf(me | {f"in:{authority_id}" for authority_id in mine})
    return OneOf((inside, AllOf((AnyOf(_seen(actor)), Not(AnyOf(_own(actor, mine)))))))


def outer_audience(actor: Actor) -> Audience:
    """How much a reader reads of what is not its own."""
    return Audience.KNOWN if actor.known else Audience.GUEST


def _seen(actor: Actor) -> frozenset[str]:
    return frozenset({"see:public", "see:shared"} if actor.roles else {"see:public"})


def _own(actor: Actor, mine: frozenset[int]) -> frozenset[str]:
    """What the reader reads from within already."""
    edited = set() if actor.user_id is None else {f"edits:{actor.user_id}"}
    return frozenset({f"from:{authority_id}" for authority_id in mine} | edited)
