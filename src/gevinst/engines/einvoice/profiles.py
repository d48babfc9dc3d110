"""The published CustomizationIDs that Gevinst reads, and the profile each of them means.

The match is exact after white space at the ends is taken away. One kind of longer identifier is read too:
Peppol BIS 3 lets a community extend the specification by a suffix `#conformant#<id>` (an extension) or
`#compliant#<id>` (a restriction); the document then still follows the rules of BIS 3 that reading needs.
Source: Peppol BIS Billing 3.0 (profiles and messages), OIOUBL 2.x guidelines, OIOUBL 3 rule OIOUBL-BIL-020.
"""

from __future__ import annotations

from types import MappingProxyType

OIOUBL2, OIOUBL3, PEPPOL = "oioubl-2", "oioubl-3", "peppol-bis-3"

PEPPOL_BILLING = "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0"
PEPPOL_SELF_BILLING = (
    "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:selfbilling:3.0"
)
OIOUBL3_INVOICE = "urn:fdc:oioubl.dk:trns:billing:invoice:3.0"
OIOUBL3_CREDIT_NOTE = "urn:fdc:oioubl.dk:trns:billing:creditnote:3.0"

KNOWN = MappingProxyType(
    {
        "OIOUBL-2.01": OIOUBL2,
        "OIOUBL-2.02": OIOUBL2,
        "OIOUBL-2.1": OIOUBL2,
        OIOUBL3_INVOICE: OIOUBL3,
        OIOUBL3_CREDIT_NOTE: OIOUBL3,
        PEPPOL_BILLING: PEPPOL,
        PEPPOL_SELF_BILLING: PEPPOL,
    }
)
EXTENSIBLE = (PEPPOL_BILLING, PEPPOL_SELF_BILLING)
MARKS = ("#conformant#", "#compliant#")


def profile_of(customization_id: str) -> str | None:
    """The profile that a CustomizationID means, or None where it is not one that Gevinst reads.

    >>> profile_of(" OIOUBL-2.1 ")
    'oioubl-2'
    >>> profile_of(PEPPOL_BILLING + "#conformant#urn:www.agid.gov.it:trns:fattura:3")
    'peppol-bis-3'
    >>> profile_of("OIOUBL-2.1x") is None
    True
    """
    wanted = customization_id.strip()
    return KNOWN.get(wanted) or (PEPPOL if _extends_peppol(wanted) else None)


def _extends_peppol(wanted: str) -> bool:
    return any(
        wanted.startswith(known + mark) and len(wanted) > len(known + mark)
        for known in EXTENSIBLE
        for mark in MARKS
    )
