"""Peppol BIS 3: what the document, its parties and currencies must keep."""

from __future__ import annotations

from gevinst.engines.conformance.tests.fragments import Case, buyer, credit_note, seller
from gevinst.engines.conformance.tests.tables import checks_of

BILLING = "<ProfileID>urn:fdc:peppol.eu:2017:poacc:billing:01:1.0</ProfileID>"
OTHER_PROCESS = "<ProfileID>urn:fdc:peppol.eu:2017:poacc:billing:02:1.0</ProfileID>"
WITH_RESPONSE = "<ProfileID>urn:peppol:bis:billing_with_response</ProfileID>"
BIS = "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0"
GERMANS = seller("DE") + buyer("DE")
BREAKDOWN = "<TaxTotal><TaxSubtotal><TaxAmount>1</TaxAmount></TaxSubtotal></TaxTotal>"
BARE_TOTAL = "<TaxTotal><TaxAmount>1</TaxAmount></TaxTotal>"


def totals(in_document: str, in_tax: str) -> str:
    return (
        "<DocumentCurrencyCode>DKK</DocumentCurrencyCode><TaxCurrencyCode>EUR</TaxCurrencyCode>"
        f'<TaxTotal><TaxAmount currencyID="DKK">{in_document}</TaxAmount></TaxTotal>'
        f'<TaxTotal><TaxAmount currencyID="EUR">{in_tax}</TaxAmount></TaxTotal>'
    )


def payable(document: str, amount: str) -> str:
    return (
        f"<DocumentCurrencyCode>{document}</DocumentCurrencyCode><LegalMonetaryTotal>"
        f'<PayableAmount currencyID="{amount}">1</PayableAmount></LegalMonetaryTotal>'
    )


def vat(currency: str, inside: str = "") -> str:
    return (
        "<DocumentCurrencyCode>DKK</DocumentCurrencyCode><TaxTotal>"
        f'<TaxAmount currencyID="{currency}">1</TaxAmount>{inside}</TaxTotal>'
    )


def means(code: str, inside: str = "") -> str:
    return f"<PaymentMeans><PaymentMeansCode>{code}</PaymentMeansCode>{inside}</PaymentMeans>"


MANDATE = "<PaymentMandate><ID>1</ID></PaymentMandate>"
PROJECT = (
    "<AdditionalDocumentReference><DocumentTypeCode>50</DocumentTypeCode>"
    "</AdditionalDocumentReference>"
)

CASES: tuple[Case, ...] = (
    ("PEPPOL-EN16931-R001", ["<ID>1</ID>", credit_note("<ID>1</ID>")], [BILLING]),
    (
        "PEPPOL-EN16931-R002",
        [
            "<Note>a</Note><Note>b</Note>",
            "<Note>a</Note><Note>b</Note>" + seller("DE") + buyer("AT"),
        ],
        ["<Note>a</Note>", "<ID>1</ID>", "<Note>a</Note><Note>b</Note>" + GERMANS],
    ),
    (
        "PEPPOL-EN16931-R003",
        ["<ID>1</ID>", "<OrderReference><SalesOrderID>1</SalesOrderID></OrderReference>"],
        ["<BuyerReference>a</BuyerReference>", "<OrderReference><ID>1</ID></OrderReference>"],
    ),
    (
        "PEPPOL-EN16931-R004",
        [
            "<ID>1</ID>",
            "<CustomizationID>urn:cen.eu:en16931:2017</CustomizationID>",
            f"<CustomizationID>{BIS}::2.1</CustomizationID>",
        ],
        [
            f"<CustomizationID>{BIS}</CustomizationID>",
            f"<CustomizationID> {BIS}#conformant#x </CustomizationID>",
        ],
    ),
    (
        "PEPPOL-EN16931-R005",
        [
            "<DocumentCurrencyCode>DKK</DocumentCurrencyCode><TaxCurrencyCode> DKK </TaxCurrencyCode>"
        ],
        [
            "<DocumentCurrencyCode>DKK</DocumentCurrencyCode><TaxCurrencyCode>EUR</TaxCurrencyCode>",
            "<DocumentCurrencyCode>DKK</DocumentCurrencyCode>",
        ],
    ),
    (
        "PEPPOL-EN16931-R007",
        [
            "<ID>1</ID>",
            "<ProfileID>urn:fdc:peppol.eu:2017:poacc:billing:1:1.0</ProfileID>",
            "<ProfileID>urn:fdc:peppol.eu:2017:poacc:billing:01:1.0:x</ProfileID>",
            "<ProfileID>urn:www.cenbii.eu:profile:bii05:ver2.0</ProfileID>",
        ],
        [BILLING, OTHER_PROCESS, WITH_RESPONSE, BILLING.replace("urn:fdc", " urn:fdc")],
    ),
    (
        "PEPPOL-EN16931-R008",
        [
            "<Note/>",
            "<Note> \n</Note>",
            '<Note languageID="da"/>',
            "<OrderReference><ID/></OrderReference>",
        ],
        ["<Note>a</Note>", "<OrderReference><ID>1</ID></OrderReference>"],
    ),
    (
        "PEPPOL-EN16931-R010",
        [buyer("DK")],
        [buyer("DK", "<EndpointID>1</EndpointID>"), seller("DK")],
    ),
    (
        "PEPPOL-EN16931-R020",
        [seller("DK")],
        [seller("DK", "<EndpointID>1</EndpointID>"), buyer("DK")],
    ),
    (
        "PEPPOL-EN16931-R051",
        [
            payable("DKK", "EUR"),
            payable("DKK", ""),
            vat("EUR", "<TaxSubtotal><Percent>25</Percent></TaxSubtotal>"),
            vat("DKK", '<TaxSubtotal><TaxAmount currencyID="EUR">1</TaxAmount></TaxSubtotal>'),
        ],
        [
            payable("DKK", "DKK"),
            vat("EUR"),
            vat("DKK", '<TaxSubtotal><TaxAmount currencyID="DKK">1</TaxAmount></TaxSubtotal>'),
        ],
    ),
    (
        "PEPPOL-EN16931-R053",
        ["<ID>1</ID>", BREAKDOWN * 2, BARE_TOTAL],
        [BREAKDOWN, BREAKDOWN + BARE_TOTAL],
    ),
    (
        "PEPPOL-EN16931-R054",
        [
            BARE_TOTAL,
            "<TaxCurrencyCode>EUR</TaxCurrencyCode>",
            "<TaxCurrencyCode>EUR</TaxCurrencyCode>" + BARE_TOTAL * 2,
        ],
        ["<ID>1</ID>", BREAKDOWN, "<TaxCurrencyCode>EUR</TaxCurrencyCode>" + BARE_TOTAL],
    ),
    (
        "PEPPOL-EN16931-R055",
        [totals("100", "-13"), totals("-100", "13"), "<TaxCurrencyCode>EUR</TaxCurrencyCode>"],
        [
            totals("100", "13"),
            totals("-100", "-13"),
            totals("0", "-13"),
            totals("0", "0"),
            "<ID>1</ID>",
        ],
    ),
    (
        "PEPPOL-EN16931-R061",
        [means("49"), means(" 59 ")],
        [means("49", MANDATE), means("59", MANDATE), means("30")],
    ),
    (
        "PEPPOL-EN16931-R080",
        [credit_note(PROJECT * 2)],
        [credit_note(PROJECT), PROJECT * 2, credit_note(PROJECT + PROJECT.replace("50", "130"))],
    ),
)


test_a_document_rule_fires, test_a_document_rule_is_silent = checks_of(CASES, "peppol-bis-3")
