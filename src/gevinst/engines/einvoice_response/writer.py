"""An answer as bytes, in the form that the answered document's network has for it."""

from __future__ import annotations

from gevinst.engines.einvoice.profiles import OIOUBL2, OIOUBL3, PEPPOL
from gevinst.engines.einvoice_response import write_oioubl2, write_peppol
from gevinst.engines.einvoice_response.checks import check_document, check_parties
from gevinst.engines.einvoice_response.model import Response
from gevinst.engines.einvoice_response.refusal import ResponseRefusal

_UBL = "urn:oasis:names:specification:ubl:schema:xsd:"
_WRITERS = {
    PEPPOL: write_peppol.body,
    OIOUBL3: write_peppol.body,
    OIOUBL2: write_oioubl2.body,
}


def respond(response: Response) -> bytes:
    """The UTF-8 ApplicationResponse, chosen by `response.profile`; person numbers in texts are masked.

    Raises: ResponseRefusal where the profile has no place for what is said, or its network would not take it.
    """
    if response.profile not in _WRITERS:
        raise ResponseRefusal("unknown-profile")
    check_parties(response)
    check_document(response)
    body = _WRITERS[response.profile](response)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<ApplicationResponse xmlns="{_UBL}ApplicationResponse-2"'
        f' xmlns:cac="{_UBL}CommonAggregateComponents-2" xmlns:cbc="{_UBL}CommonBasicComponents-2">\n'
        f"{body}</ApplicationResponse>\n"
    ).encode()
