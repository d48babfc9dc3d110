"""What of a record belongs in which field: people left out, asides put where they may stand."""

from __future__ import annotations

from typing import Any

from gevinst.engines.exchange.processes.fields import FIELDS
from gevinst.engines.exchange.processes.mailboxes import address_in, is_role
from gevinst.engines.exchange.processes.record import Person, Record

PEOPLE = ("owner", "contact", "reporter", "co_editors")
# Said by the source and kept elsewhere than in a field of the same name.
ELSEWHERE = frozenset({
    *PEOPLE, "internal_links", "other_systems", "other_contact", "legal_clause", "links",
    "legal_clause_verified_on", "created_on", "changed_on", "parts", "part_of",
    "contact_email", "internal_notes", "description",
})  # fmt: skip


def facts(record: Record) -> dict[str, Any]:
    """Field to value of what the record says; systems, technologies and units by their names.

    Nobody's name or own address is among them. A role's mailbox is `contact_email`; a contact address that
    may be a person's is for the own authority only (`other_contact_email`), as are internal links.

    >>> record = Record(source="csv", source_id="1", place="row 2", title="Hold øje",
    ...                 other_contact="abc@x.dk", carries=frozenset({"title", "other_contact"}))
    >>> facts(record)
    {'title': 'Hold øje', 'contact_email': '', 'other_contact_email': 'abc@x.dk'}
    """
    said = {
        name: getattr(record, name)
        for name in FIELDS
        if name in record.carries and name not in ELSEWHERE
    }
    return said | _texts(record) | _addresses(record) | _links(record) | _law(record)


def people(record: Record) -> dict[str, Person | tuple[Person, ...]]:
    """The people that the record names, by what they are to the process."""
    return {name: getattr(record, name) for name in PEOPLE if name in record.carries}


def _texts(record: Record) -> dict[str, Any]:
    """Description and internal notes, each with what has no field of its own."""
    found = {}
    if record.carries & {"description", "other_systems"}:
        other = f"Andre nuværende systemer: {record.other_systems}" if record.other_systems else ""
        found["description"] = _joined(record.description, other)
    contact = "" if address_in(record.other_contact) else record.other_contact
    if contact or record.carries & {"internal_notes", "internal_links"}:
        links = "\n".join(record.internal_links)
        found["internal_notes"] = _joined(
            record.internal_notes,
            f"Links: {links}" if links else "",
            f"Anden kontakt: {contact}" if contact else "",
        )
    return found


def _addresses(record: Record) -> dict[str, Any]:
    if not record.carries & {"contact", "contact_email", "other_contact"}:
        return {}
    names = [person.name for person in _named(record)]
    other = address_in(record.other_contact)
    stated = (record.contact_email, record.contact.email, other)
    mailbox = next((one for one in stated if one and is_role(one, names)), "")
    found = {"contact_email": address_in(mailbox)}
    if "other_contact" in record.carries:
        found["other_contact_email"] = "" if other == mailbox else other
    return found


def _named(record: Record) -> list[Person]:
    return [
        one for one in (record.owner, record.contact, record.reporter, *record.co_editors) if one
    ]


def _links(record: Record) -> dict[str, Any]:
    if "links" not in record.carries:
        return {}
    return {"links": [{"title": "", "url": url} for url in record.links]}


def _law(record: Record) -> dict[str, Any]:
    if "legal_clause" not in record.carries:
        return {}
    return {
        "legal_clauses": [
            {"text": one.text, "url": one.url, "verified_on": one.verified_on}
            for one in record.clauses
        ]
    }


def _joined(*texts: str) -> str:
    return "\n\n".join(text for text in texts if text)
