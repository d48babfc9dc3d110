"""Which authority a record is of, and whether the one who imports may do so for it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from gevinst.engines.exchange.processes import AuthorityName
from gevinst.features.accounts import queries as accounts
from gevinst.shared.actor import Actor, Right

if TYPE_CHECKING:
    from gevinst.features.accounts.models import Authority

KINDS = ("kommune", "kommunes", "municipality")


class Refused(Exception):
    """The record is not taken in; the code says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Authorities:
    """The authorities by CVR number, code and name; those that ended lead to their successors.

    `chosen` is the authority that the whole import is for, if it is for one.
    """

    def __init__(self, by: Actor, today: date, chosen: int | None) -> None:
        found = list(accounts.authorities())
        self.by, self.today, self.chosen = by, today, chosen
        self.by_id = {one.pk: one for one in found}
        self.by_cvr = {one.cvr: one for one in found if one.cvr}
        self.by_code = {one.code.lstrip("0"): one for one in found}
        self.by_name = {_folded(one.name): one for one in found}

    def of(self, name: AuthorityName) -> Authority:
        """The authority of a record. Raises `Refused`: "no-authority", "unknown-authority",
        "other-authority" than the chosen one, "not-yours"."""
        authority = self._named(name)
        if self.chosen is not None and authority.pk != self.chosen:
            raise Refused("other-authority")
        if not self.by.may(Right.ADMINISTER, authority.pk):
            raise Refused("not-yours")
        return authority

    def _named(self, name: AuthorityName) -> Authority:
        if not name:
            if self.chosen is None:
                raise Refused("no-authority")
            return self.by_id[self.chosen]
        found = (
            self.by_cvr.get(name.cvr)
            or self.by_code.get(name.code.lstrip("0") if name.code else "-")
            or self.by_cvr.get(name.name)
            or self.by_name.get(_folded(name.name))
        )
        if found is None:
            raise Refused("unknown-authority")
        return self._living(found)

    def _living(self, authority: Authority) -> Authority:
        seen = set()
        while authority.valid_to and authority.valid_to < self.today and authority.successor_id:
            if authority.pk in seen:
                break
            seen.add(authority.pk)
            authority = self.by_id[authority.successor_id]
        return authority


def _folded(name: str) -> str:
    words = [word for word in name.casefold().replace("aa", "å").split() if word not in KINDS]
    return " ".join(words)
