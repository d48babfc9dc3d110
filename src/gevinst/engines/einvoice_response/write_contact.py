"""Whom a supplier can ask about an answer: cac:Contact, alike in Peppol and OIOUBL."""

from __future__ import annotations

from gevinst.engines.einvoice.markup import group, leaf
from gevinst.engines.einvoice_response.model import ResponseParty


def contact(party: ResponseParty) -> str:
    """cac:Contact with what the party states of name, phone and e-mail; "" where it states nothing.

    >>> contact(ResponseParty("Region X", phone="+4512345678"))
    '<cac:Contact>\\n  <cbc:Telephone>+4512345678</cbc:Telephone>\\n</cac:Contact>\\n'
    >>> contact(ResponseParty("Region X"))
    ''
    """
    return group(
        "Contact",
        leaf("Name", party.contact_name),
        leaf("Telephone", party.phone),
        leaf("ElectronicMail", party.email),
    )
