"""The business process that a document belongs to, and the one that its answer does."""

from __future__ import annotations

from gevinst.engines.einvoice.guard import parse
from gevinst.engines.einvoice.model import Identifier
from gevinst.engines.einvoice_response.refusal import ResponseRefusal

PEPPOL_PROCESS = Identifier("urn:fdc:peppol.eu:poacc:bis:invoice_response:3")
OIOUBL3_PROCESS = Identifier("urn:fdc:oioubl.dk:bis:billing_with_response:3")
OIOUBL2_PROCESS = Identifier(
    "urn:www.nesubl.eu:profiles:profile5:ver2.0", "urn:oioubl:id:profileid-1.2"
)
WITHOUT = "_without_response:"


def process_of(content: bytes) -> Identifier:
    """The ProfileID that the document states, with its scheme; empty where it states none.

    Raises: Refusal for a document that cannot be parsed.

    >>> process_of(b"<Invoice><ProfileID schemeID='s'> p </ProfileID></Invoice>")
    Identifier(value='p', scheme='s')
    """
    found = parse(content).find("{*}ProfileID")
    if found is None:
        return Identifier("")
    return Identifier((found.text or "").strip(), found.get("schemeID", ""))


def oioubl3_process(stated: Identifier) -> Identifier:
    """The process of the answer to an OIOUBL 3 document.

    Raises: ResponseRefusal (`no-response`). Source: OIOUBL-IR-001.

    >>> oioubl3_process(Identifier("urn:fdc:oioubl.dk:bis:selfbilling_with_response:3")).value
    'urn:fdc:oioubl.dk:bis:selfbilling_with_response:3'
    """
    if WITHOUT in stated.value:
        raise ResponseRefusal("no-response")
    return stated if "_with_response:" in stated.value else OIOUBL3_PROCESS


def oioubl2_process(stated: Identifier) -> Identifier:
    """The process of the answer to an OIOUBL 2 document: the same.

    >>> oioubl2_process(Identifier("")) == OIOUBL2_PROCESS
    True
    """
    if not stated.value:
        return OIOUBL2_PROCESS
    return stated if stated.scheme else Identifier(stated.value, OIOUBL2_PROCESS.scheme)
