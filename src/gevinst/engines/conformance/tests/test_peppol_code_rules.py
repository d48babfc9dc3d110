"""Peppol BIS 3: codes, dates, and which document types a process and an exemption allow."""

from __future__ import annotations

from gevinst.engines.conformance.tests.fragments import Case, buyer, credit_note, seller
from gevinst.engines.conformance.tests.tables import checks_of

BILLING = "<ProfileID>urn:fdc:peppol.eu:2017:poacc:billing:01:1.0</ProfileID>"
OTHER_PROCESS = "<ProfileID>urn:fdc:peppol.eu:2017:poacc:billing:02:1.0</ProfileID>"
WITH_RESPONSE = "<ProfileID>urn:peppol:bis:billing_with_response</ProfileID>"
GERMANS = seller("DE") + buyer("DE")
TYPE = "<InvoiceTypeCode>{}</InvoiceTypeCode>"
CREDIT_TYPE = "<CreditNoteTypeCode>{}</CreditNoteTypeCode>"


def payable(document: str, amount: str) -> str:
    return (
        f"<DocumentCurrencyCode>{document}</DocumentCurrencyCode><LegalMonetaryTotal>"
        f'<PayableAmount currencyID="{amount}">1</PayableAmount></LegalMonetaryTotal>'
    )


def exempt(category: str, reason: str) -> str:
    return (
        f"<TaxTotal><TaxSubtotal><TaxCategory><ID>{category}</ID>"
        f"<TaxExemptionReasonCode>{reason}</TaxExemptionReasonCode>"
        "</TaxCategory></TaxSubtotal></TaxTotal>"
    )


def reason(charge: str, code: str) -> str:
    return (
        f"<AllowanceCharge><ChargeIndicator>{charge}</ChargeIndicator>"
        f"<AllowanceChargeReasonCode>{code}</AllowanceChargeReasonCode></AllowanceCharge>"
    )


def attachment(kind: str) -> str:
    return (
        "<AdditionalDocumentReference><Attachment>"
        f'<EmbeddedDocumentBinaryObject mimeCode="{kind}">AA==</EmbeddedDocumentBinaryObject>'
        "</Attachment></AdditionalDocumentReference>"
    )


def endpoint(scheme: str) -> str:
    return seller("DK", f'<EndpointID schemeID="{scheme}">1</EndpointID>')


CASES: tuple[Case, ...] = (
    (
        "PEPPOL-EN16931-CL001",
        [attachment("text/html"), attachment("APPLICATION/PDF")],
        [attachment("application/pdf"), attachment("text/csv"), attachment("image/png")],
    ),
    (
        "PEPPOL-EN16931-CL002",
        [reason("false", "FC"), reason("false", "96")],
        [reason("false", "95"), reason("false", " 41 "), reason("true", "FC")],
    ),
    (
        "PEPPOL-EN16931-CL003",
        [reason("true", "95"), reason("true", "fc")],
        [reason("true", "FC"), reason("true", "ZZZ"), reason("false", "95")],
    ),
    (
        "PEPPOL-EN16931-CL006",
        ["<InvoicePeriod><DescriptionCode>5</DescriptionCode></InvoicePeriod>"],
        [
            f"<InvoicePeriod><DescriptionCode>{code}</DescriptionCode></InvoicePeriod>"
            for code in ("3", "35", "432")
        ],
    ),
    (
        "PEPPOL-EN16931-CL007",
        [payable("DKK", "KRO"), payable("DKK", "dkk"), payable("DKK", "")],
        [payable("DKK", "DKK"), payable("DKK", "EUR")],
    ),
    (
        "PEPPOL-EN16931-CL008",
        [endpoint("EM"), endpoint("0205"), endpoint("")],
        [endpoint("0184"), endpoint("0088"), endpoint("0209"), endpoint("9950")],
    ),
    (
        "PEPPOL-EN16931-F001",
        [
            "<IssueDate>24-12-2025</IssueDate>",
            "<IssueDate>2025-02-30</IssueDate>",
            "<DueDate>2025-12-24Z</DueDate>",
            "<Delivery><ActualDeliveryDate>20251224</ActualDeliveryDate></Delivery>",
            "<InvoicePeriod><EndDate>2025-1-1</EndDate></InvoicePeriod>",
        ],
        ["<IssueDate>2024-02-29</IssueDate>", "<TaxPointDate>2025-12-24</TaxPointDate>"],
    ),
    (
        "PEPPOL-EN16931-P0100",
        [BILLING + TYPE.format("381"), WITH_RESPONSE + TYPE.format("1")],
        [
            BILLING + TYPE.format("380"),
            BILLING + TYPE.format(" 877 "),
            OTHER_PROCESS + TYPE.format("381"),
        ],
    ),
    (
        "PEPPOL-EN16931-P0101",
        [
            credit_note(BILLING + CREDIT_TYPE.format("380")),
            credit_note(BILLING + CREDIT_TYPE.format("261")),
        ],
        [
            credit_note(BILLING + CREDIT_TYPE.format("381")),
            credit_note(OTHER_PROCESS + CREDIT_TYPE.format("380")),
        ],
    ),
    (
        "PEPPOL-EN16931-P0112",
        [TYPE.format("326"), TYPE.format("384") + seller("DE") + buyer("DK")],
        [
            TYPE.format("380"),
            TYPE.format("326") + GERMANS,
            TYPE.format("384") + seller(" de ") + buyer("DE"),
        ],
    ),
    *[
        (
            f"PEPPOL-EN16931-{number}",
            [exempt("S", f"VATEX-EU-{code}"), exempt("S", f"vatex-eu-{code.lower()}")],
            [exempt(category, f"VATEX-EU-{code}"), exempt("S", "VATEX-EU-132")],
        )
        for number, code, category in (
            ("P0104", "G", "G"),
            ("P0105", "O", "O"),
            ("P0106", "IC", "K"),
            ("P0107", "AE", "AE"),
            ("P0108", "D", "E"),
            ("P0109", "F", "E"),
            ("P0110", "I", "E"),
            ("P0111", "J", "E"),
        )
    ],
)


test_a_code_rule_fires, test_a_code_rule_is_silent = checks_of(CASES, "peppol-bis-3")
