"""What differs between the three profiles when a document is written: codes, schemes, attributes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from gevinst.engines.einvoice.profiles import (
    OIOUBL2,
    OIOUBL3,
    OIOUBL3_CREDIT_NOTE,
    OIOUBL3_INVOICE,
    PEPPOL,
    PEPPOL_BILLING,
)

Attributes = Mapping[str, str]


def _list(name: str) -> Attributes:
    return MappingProxyType({"listAgencyID": "320", "listID": f"urn:oioubl:codelist:{name}"})


def _scheme(name: str) -> Attributes:
    return MappingProxyType({"schemeAgencyID": "320", "schemeID": f"urn:oioubl:id:{name}"})


@dataclass(frozen=True, slots=True)
class Dialect:
    """One profile's way of writing."""

    invoice_id: str
    credit_note_id: str
    profile_id: str
    version: str = ""
    cvr_scheme: str = "0184"
    cvr_prefix: str = ""
    gln_scheme: str = "0088"
    vat_scheme: str = ""
    taxed: str = "S"
    exempt: str = "E"
    vat: str = "VAT"
    vat_name: str = ""
    exemption: str = "Exempt under article 132 of Directive 2006/112/EC"
    line_tax: bool = False
    uuid: bool = False
    party_ids: bool = True
    profile_attributes: Attributes = field(default_factory=dict)
    type_attributes: Attributes = field(default_factory=dict)
    category_attributes: Attributes = field(default_factory=dict)
    vat_attributes: Attributes = field(default_factory=dict)


DIALECTS: Mapping[str, Dialect] = MappingProxyType(
    {
        OIOUBL2: Dialect(
            invoice_id="OIOUBL-2.1",
            credit_note_id="OIOUBL-2.1",
            profile_id="urn:www.nesubl.eu:profiles:profile5:ver2.0",
            version="2.1",
            cvr_scheme="DK:CVR",
            cvr_prefix="DK",
            gln_scheme="GLN",
            vat_scheme="DK:SE",
            taxed="StandardRated",
            exempt="ZeroRated",
            vat="63",
            vat_name="Moms",
            exemption="",
            line_tax=True,
            uuid=True,
            profile_attributes=_scheme("profileid-1.2"),
            type_attributes=_list("invoicetypecode-1.1"),
            category_attributes=_scheme("taxcategoryid-1.1"),
            vat_attributes=_scheme("taxschemeid-1.5"),
        ),
        OIOUBL3: Dialect(
            invoice_id=OIOUBL3_INVOICE,
            credit_note_id=OIOUBL3_CREDIT_NOTE,
            profile_id="urn:fdc:oioubl.dk:bis:billing_with_response:3",
            version="2.1",
            vat_scheme="0198",
            line_tax=True,
            uuid=True,
        ),
        PEPPOL: Dialect(
            invoice_id=PEPPOL_BILLING,
            credit_note_id=PEPPOL_BILLING,
            profile_id="urn:fdc:peppol.eu:2017:poacc:billing:01:1.0",
        ),
    }
)
