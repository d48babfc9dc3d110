"""Supplier and customer as each profile writes them."""

from __future__ import annotations

from gevinst.engines.einvoice.dialect import Dialect
from gevinst.engines.einvoice.draft import Draft, DraftParty
from gevinst.engines.einvoice.markup import group, leaf
from gevinst.engines.einvoice.profiles import OIOUBL2, OIOUBL3, PEPPOL
from gevinst.engines.einvoice.write_tax import scheme

_FORMAT = {"listAgencyID": "320", "listID": "urn:oioubl:codelist:addressformatcode-1.1"}


def supplier(draft: Draft, dialect: Dialect) -> str:
    """The supplier, registered for VAT under its CVR number."""
    party = draft.supplier
    vat = {"schemeID": dialect.vat_scheme} if dialect.vat_scheme else {}
    taxed = group("PartyTaxScheme", leaf("CompanyID", f"DK{party.cvr}", **vat), scheme(dialect))
    inner = _party(draft, dialect, party, taxed=taxed, contact_id=party.contact_id)
    return group("AccountingSupplierParty", inner)


def customer(draft: Draft, dialect: Dialect) -> str:
    """The customer; OIOUBL 2 has the buyer's reference as the contact's id."""
    party = draft.customer
    contact = draft.buyer_reference or party.contact_id
    inner = _party(draft, dialect, party, taxed="", contact_id=contact)
    return group("AccountingCustomerParty", inner)


def _party(
    draft: Draft, dialect: Dialect, party: DraftParty, *, taxed: str, contact_id: str
) -> str:
    company = leaf("CompanyID", _cvr(dialect, party), schemeID=dialect.cvr_scheme)
    return group(
        "Party",
        _address_id("EndpointID", dialect, party),
        group("PartyIdentification", _address_id("ID", dialect, party)),
        group("PartyName", leaf("Name", party.name)),
        _postal_address(draft, party),
        taxed,
        group("PartyLegalEntity", leaf("RegistrationName", party.name), company),
        _contact(draft, party, contact_id),
    )


def _contact(draft: Draft, party: DraftParty, contact_id: str) -> str:
    # OIOUBL 3 takes no contact without a telephone number and an e-mail (OIOUBL-COMMON-126, 127).
    if draft.profile == OIOUBL3 and not (party.phone and party.email):
        return ""
    return group(
        "Contact",
        leaf("ID", "" if draft.profile == PEPPOL else contact_id),
        leaf("Name", party.contact_name),
        leaf("Telephone", party.phone),
        leaf("ElectronicMail", party.email),
    )


def _cvr(dialect: Dialect, party: DraftParty) -> str:
    return dialect.cvr_prefix + party.cvr if party.cvr else ""


def _address_id(name: str, dialect: Dialect, party: DraftParty) -> str:
    if party.gln:
        return leaf(name, party.gln, schemeID=dialect.gln_scheme)
    return leaf(name, _cvr(dialect, party), schemeID=dialect.cvr_scheme)


def _postal_address(draft: Draft, party: DraftParty) -> str:
    oioubl2, peppol = draft.profile == OIOUBL2, draft.profile == PEPPOL
    # Peppol BIS 3 has no building number: it stands in the street line there.
    street = f"{party.street} {party.number}".strip() if peppol else party.street
    return group(
        "PostalAddress",
        leaf("AddressFormatCode", "StructuredLax", **_FORMAT) if oioubl2 else "",
        leaf("StreetName", street),
        leaf("BuildingNumber", "" if peppol else party.number),
        leaf("CityName", party.city),
        leaf("PostalZone", party.postcode),
        group("Country", leaf("IdentificationCode", "DK")),
    )
