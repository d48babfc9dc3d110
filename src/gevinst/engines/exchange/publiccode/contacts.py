"""Who looks after the software, as far as it is not a person."""

from __future__ import annotations

from typing import Any

from gevinst.engines.exchange.processes.lists import several
from gevinst.engines.exchange.processes.mailboxes import address_in, is_role


def contact_address(contacts: Any) -> tuple[str, int]:
    """The first mailbox that is a role's, and how many contacts are left out.

    >>> contact_address([{"name": "RPA", "email": "drift@x.dk"}, {"name": "N.N.", "email": "nn@x.dk"}])
    ('drift@x.dk', 1)
    """
    people = [one for one in several(contacts) if isinstance(one, dict)]
    for one in people:
        address = address_in(str(one.get("email") or ""))
        # A role's mailbox may well have the role's name.
        if address and is_role(address):
            return address, len(people) - 1
    return "", len(people)
