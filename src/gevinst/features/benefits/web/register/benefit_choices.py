"""What a benefit is chosen from: authorities and processes."""

from __future__ import annotations

from gevinst.features.accounts import queries as accounts
from gevinst.features.catalogue import queries as catalogue
from gevinst.shared.actor import Actor, Right

MOST = 500


def places(actor: Actor) -> list[tuple[str, str]]:
    """Authorities at which the actor may write benefits, with their names."""
    mine = accounts.authorities().filter(pk__in=actor.authorities(Right.CONTRIBUTE))
    return [(str(one.pk), one.name) for one in mine]


def processes(actor: Actor, places: list[int]) -> list[tuple[str, str]]:
    """Processes of these authorities that the actor sees, by title."""
    found = catalogue.processes(actor, sort="title").filter(authority__in=places)
    return [(str(pk), title) for pk, title in found.values_list("pk", "title")[:MOST]]
