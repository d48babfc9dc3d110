"""People that a source names: found by their address among the authority's accounts, else forgotten."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gevinst.engines.exchange.processes import Person, Record
from gevinst.engines.exchange.processes.facts import people
from gevinst.features.accounts import queries as accounts
from gevinst.shared.actor import Actor

if TYPE_CHECKING:
    from gevinst.features.accounts.models import Authority


class Accounts:
    """Who has an account where, by address; nobody gets one by an import."""

    def __init__(self, by: Actor) -> None:
        self.at: dict[int, dict[str, int]] = {}
        own = accounts.person(by.user_id) if by.user_id is not None else None
        self.own = own.email.casefold() if own else ""

    def facts(self, record: Record, authority: Authority) -> tuple[dict[str, Any], int]:
        """Owner, contact, reporter and co-editors as ids, and how many people have no account here.

        A name without an address says nothing: who it is cannot be known, so whoever stands here stays.
        """
        found: dict[str, Any] = {}
        unknown = 0
        for role, named in people(record).items():
            everybody = named if isinstance(named, tuple) else (named,)
            ids = [self._id(one, authority) for one in everybody if one]
            unknown += ids.count(None)
            if any(one and not one.email for one in everybody):
                continue
            known = sorted({one for one in ids if one is not None})
            found[role] = known if role == "co_editors" else next(iter(known), None)
        return found, unknown

    def is_own(self, record: Record) -> bool:
        """Whether the one who imports is its owner, reporter or contact at the source."""
        held = (record.owner, record.reporter, record.contact)
        return bool(self.own) and any(one.email.casefold() == self.own for one in held)

    def _id(self, person: Person, authority: Authority) -> int | None:
        if authority.pk not in self.at:
            rows = accounts.people(authority).filter(is_active=True).values_list("email", "pk")
            self.at[authority.pk] = {email.casefold(): pk for email, pk in rows}
        return self.at[authority.pk].get(person.email.casefold())
