"""OIOUBL ApplicationResponse 2.1: a business answer with a line response for each line that is wrong.

Source: OIOUBL guideline G35 (Bekræftelse), class ApplicationResponse of OIOUBL 2.1, rules F-APR*.
"""

from __future__ import annotations

from gevinst.engines.einvoice.markup import group, leaf
from gevinst.engines.einvoice.model import Address, Identifier
from gevinst.engines.einvoice_response.checks import named
from gevinst.engines.einvoice_response.codes import OIOUBL2_KIND, OIOUBL2_STATUS, Status
from gevinst.engines.einvoice_response.model import LineResponse, Response, ResponseParty
from gevinst.engines.einvoice_response.process import oioubl2_process
from gevinst.engines.einvoice_response.refusal import ResponseRefusal
from gevinst.engines.einvoice_response.write_contact import contact
from gevinst.engines.identifiers import mask_all

AGENCY = "320"
CODES = {"listAgencyID": AGENCY, "listID": "urn:oioubl:codelist:responsecode-1.1"}
KINDS = {"listAgencyID": AGENCY, "listID": "urn:oioubl:codelist:responsedocumenttypecode-1.1"}
FORMAT = {"listAgencyID": AGENCY, "listID": "urn:oioubl:codelist:addressformatcode-1.1"}


def body(response: Response) -> str:
    """What stands inside ApplicationResponse. Raises: ResponseRefusal."""
    _check(response)
    process = oioubl2_process(response.answered.process)
    return "".join(
        (
            leaf("UBLVersionID", "2.1"),
            leaf("CustomizationID", "OIOUBL-2.1"),
            leaf("ProfileID", process.value, schemeAgencyID=AGENCY, schemeID=process.scheme),
            leaf("ID", response.number),
            leaf("UUID", response.uuid),
            leaf("IssueDate", response.issued.date()),
            leaf("IssueTime", f"{response.issued:%H:%M:%S}"),
            group("SenderParty", _party(response.sender), contact(response.sender)),
            group("ReceiverParty", _party(response.receiver)),
            group(
                "DocumentResponse",
                _status(response),
                _reference(response),
                group("IssuerParty", _party(response.issuer)) if response.issuer else "",
                *(_line(each) for each in response.lines),
            ),
        )
    )


def _check(response: Response) -> None:
    if response.status not in OIOUBL2_STATUS:
        raise ResponseRefusal("no-place", response.status.value)
    if response.clarifications:
        raise ResponseRefusal("no-place", "clarification codes")
    if response.effective:
        raise ResponseRefusal("no-place", "effective date")
    if response.status is Status.REJECTED and not response.text.strip():
        raise ResponseRefusal("no-words")
    if not response.sender.legal_id.value:
        raise ResponseRefusal("no-legal-id")


def _party(party: ResponseParty) -> str:
    return "".join(
        (
            _id("EndpointID", party.endpoint),
            group("PartyIdentification", _id("ID", party.identifier)),
            group("PartyName", leaf("Name", named(party))),
            _address(party.address),
            _legal(party),
        )
    )


def _id(name: str, stated: Identifier) -> str:
    agency = {"schemeAgencyID": "9"} if stated.scheme == "GLN" else {}
    scheme = {"schemeID": stated.scheme} if stated.scheme else {}
    return leaf(name, stated.value.strip(), **agency, **scheme)


def _address(address: Address) -> str:
    if not (address.street or address.city or address.postcode):
        return ""
    return group(
        "PostalAddress",
        leaf("AddressFormatCode", "StructuredLax", **FORMAT),
        leaf("StreetName", address.street),
        leaf("BuildingNumber", address.number),
        leaf("CityName", address.city),
        leaf("PostalZone", address.postcode),
        group("Country", leaf("IdentificationCode", address.country or "DK")),
    )


def _legal(party: ResponseParty) -> str:
    if not party.legal_id.value:
        return ""
    company = leaf("CompanyID", party.legal_id.value, schemeID=party.legal_id.scheme or "DK:CVR")
    return group("PartyLegalEntity", leaf("RegistrationName", named(party)), company)


def _status(response: Response) -> str:
    return group(
        "Response",
        leaf("ReferenceID", "1"),
        leaf("ResponseCode", OIOUBL2_STATUS[response.status], **CODES),
        leaf("Description", mask_all(response.text)),
    )


def _reference(response: Response) -> str:
    answered = response.answered
    return group(
        "DocumentReference",
        leaf("ID", answered.number),
        leaf("UUID", answered.uuid),
        leaf("IssueDate", answered.issue_date or ""),
        leaf("DocumentTypeCode", OIOUBL2_KIND[answered.kind], **KINDS),
    )


def _line(each: LineResponse) -> str:
    return group(
        "LineResponse",
        group("LineReference", leaf("LineID", each.line)),
        group(
            "Response",
            leaf("ReferenceID", each.line),
            leaf("ResponseCode", OIOUBL2_STATUS[Status.REJECTED], **CODES),
            leaf("Description", mask_all(each.text)),
        ),
    )
