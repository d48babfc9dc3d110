"""What of a public process is open data: nothing that is internal, and nobody's name or address."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from typing import Any

from gevinst.features.accounts import queries as accounts
from gevinst.features.catalogue.fields import INTERNAL
from gevinst.features.catalogue.queries.records import CHUNK, Record, records
from gevinst.features.catalogue.queries.records.people import names_about
from gevinst.shared.actor import GUEST

# About somebody, of the own authority, or about the file's own storage.
CLOSED = INTERNAL | {"people", "origins", "attachments"}
MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
HIDDEN = "…"


def opened(ids: Iterable[int]) -> Iterator[Record]:
    """The open records of those of `ids` that everybody may read."""
    waiting = iter(ids)
    while chunk := list(islice(waiting, CHUNK)):
        names = names_about(chunk)
        some = list(records(GUEST, chunk))
        personal = accounts.addresses_of_people(one["contact_email"] for one in some)
        for one in some:
            yield _open(one, names.get(one["id"], ()), personal)


def _open(record: Record, names: Collection[str], personal: Collection[str]) -> Record:
    mailbox = record["contact_email"]
    kept = {name: _without(value, names) for name, value in record.items() if name not in CLOSED}
    # A role's mailbox is open; an address that somebody signs in with is a person's.
    kept["contact_email"] = "" if mailbox.casefold() in personal else mailbox
    return kept


def _without(value: Any, names: Collection[str]) -> Any:
    """Without mail addresses, and without the names of those who work on the process."""
    if isinstance(value, str):
        text = MAIL.sub(HIDDEN, value)
        for name in names:
            text = text.replace(name, HIDDEN)
        return text
    if isinstance(value, list):
        return [_without(each, names) for each in value]
    if isinstance(value, dict):
        return {key: _without(each, names) for key, each in value.items()}
    return value
