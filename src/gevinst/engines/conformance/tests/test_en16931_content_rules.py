"""EN 16931: what documents, parties and lines must state, where no official case breaks it."""

from __future__ import annotations

from gevinst.engines.conformance.tests.fragments import Case, credit_note
from gevinst.engines.conformance.tests.norm_parts import (
    REASON,
    SELLER,
    amounts,
    entry,
    line,
    moved,
    totals,
)
from gevinst.engines.conformance.tests.tables import checks_of


def stated(name: str) -> tuple[list[str], list[str]]:
    """Fragments without the field, with an empty one, and with it."""
    return (["<Note>1</Note>", f"<{name}></{name}>"], [f"<{name}>1</{name}>"])


def paid(code: str, account: str) -> str:
    return (
        f"<PaymentMeans><PaymentMeansCode>{code}</PaymentMeansCode>"
        f"<PayeeFinancialAccount>{account}</PayeeFinancialAccount></PaymentMeans>"
    )


CASES: list[Case] = [
    ("BR-01", *stated("CustomizationID")),
    ("BR-02", *stated("ID")),
    ("BR-03", *stated("IssueDate")),
    ("BR-04", *stated("InvoiceTypeCode")),
    ("BR-05", *stated("DocumentCurrencyCode")),
    (
        "BR-12",
        [totals("<PayableAmount>1</PayableAmount>")],
        [totals("<LineExtensionAmount>1</LineExtensionAmount>")],
    ),
    (
        "BR-13",
        [totals("<PayableAmount>1</PayableAmount>")],
        [totals("<TaxExclusiveAmount>1</TaxExclusiveAmount>")],
    ),
    (
        "BR-14",
        [totals("<PayableAmount>1</PayableAmount>")],
        [totals("<TaxInclusiveAmount>1</TaxInclusiveAmount>")],
    ),
    ("BR-15", [totals("<TaxAmount>1</TaxAmount>")], [totals("<PayableAmount>1</PayableAmount>")]),
    (
        "BR-16",
        ["<ID>1</ID>"],
        [line("<ID>1</ID>"), credit_note("<CreditNoteLine><ID>1</ID></CreditNoteLine>")],
    ),
    (
        "BR-17",
        [
            "<PayeeParty><PartyIdentification><ID>1</ID></PartyIdentification></PayeeParty>",
            SELLER.format("<PartyName><Name>A</Name></PartyName>")
            + "<PayeeParty><PartyName><Name>A</Name></PartyName></PayeeParty>",
        ],
        [
            SELLER.format("<PartyName><Name>A</Name></PartyName>")
            + "<PayeeParty><PartyName><Name>B</Name></PartyName></PayeeParty>"
        ],
    ),
    (
        "BR-18",
        ["<TaxRepresentativeParty><PartyName><Name></Name></PartyName></TaxRepresentativeParty>"],
        ["<TaxRepresentativeParty><PartyName><Name>A</Name></PartyName></TaxRepresentativeParty>"],
    ),
    ("BR-21", [line("<Note>1</Note>")], [line("<ID>1</ID>")]),
    ("BR-22", [line("<ID>1</ID>")], [line("<InvoicedQuantity>1</InvoicedQuantity>")]),
    (
        "BR-23",
        [line("<InvoicedQuantity>1</InvoicedQuantity>")],
        [line('<InvoicedQuantity unitCode="EA">1</InvoicedQuantity>')],
    ),
    ("BR-24", [line("<ID>1</ID>")], [line("<LineExtensionAmount>1</LineExtensionAmount>")]),
    ("BR-25", [line("<Item><Name></Name></Item>")], [line("<Item><Name>A</Name></Item>")]),
    ("BR-26", [line("<ID>1</ID>")], [line("<Price><PriceAmount>1</PriceAmount></Price>")]),
    (
        "BR-31",
        [moved("false", REASON), credit_note(moved("0", REASON))],
        [moved("false", "<Amount>1</Amount>"), moved("true", REASON)],
    ),
    ("BR-36", [moved("true", REASON)], [moved("true", "<Amount>1</Amount>")]),
    (
        "BR-41",
        [line(moved("false", REASON))],
        [line(moved("false", "<Amount>1</Amount>")), moved("false", REASON)],
    ),
    ("BR-43", [line(moved("true", REASON))], [line(moved("true", "<Amount>1</Amount>"))]),
    ("BR-45", [entry("S", "", "<TaxAmount>1</TaxAmount>")], [entry("S", "", amounts("1", "1"))]),
    (
        "BR-46",
        [entry("S", "", "<TaxableAmount>1</TaxableAmount>")],
        [entry("S", "", amounts("1", "1"))],
    ),
    (
        "BR-49",
        ["<PaymentMeans><PaymentID>1</PaymentID></PaymentMeans>"],
        ["<PaymentMeans><PaymentMeansCode>1</PaymentMeansCode></PaymentMeans>"],
    ),
    (
        "BR-50",
        [paid("30", "<Name>A</Name>"), paid("58", "<ID></ID>")],
        [paid("30", "<ID>1</ID>"), paid("31", "<Name>A</Name>")],
    ),
    (
        "BR-51",
        [
            "<PaymentMeans><CardAccount><PrimaryAccountNumberID>12345678901</PrimaryAccountNumberID></CardAccount></PaymentMeans>"
        ],
        [
            "<PaymentMeans><CardAccount><PrimaryAccountNumberID>1234567890</PrimaryAccountNumberID></CardAccount></PaymentMeans>"
        ],
    ),
    (
        "BR-52",
        [
            "<AdditionalDocumentReference><DocumentDescription>x</DocumentDescription></AdditionalDocumentReference>"
        ],
        ["<AdditionalDocumentReference><ID>1</ID></AdditionalDocumentReference>"],
    ),
    (
        "BR-53",
        ["<TaxCurrencyCode>EUR</TaxCurrencyCode>"],
        [
            "<TaxCurrencyCode>EUR</TaxCurrencyCode><TaxTotal>"
            '<TaxAmount currencyID="EUR">1</TaxAmount></TaxTotal>'
        ],
    ),
    (
        "BR-62",
        [SELLER.format("<EndpointID>1</EndpointID>")],
        [SELLER.format('<EndpointID schemeID="0088">1</EndpointID>')],
    ),
    (
        "BR-64",
        [line("<Item><StandardItemIdentification><ID>1</ID></StandardItemIdentification></Item>")],
        [
            line(
                '<Item><StandardItemIdentification><ID schemeID="0160">1</ID>'
                "</StandardItemIdentification></Item>"
            )
        ],
    ),
    (
        "BR-65",
        [
            line(
                "<Item><CommodityClassification><ItemClassificationCode>1</ItemClassificationCode></CommodityClassification></Item>"
            )
        ],
        [
            line(
                "<Item><CommodityClassification>"
                '<ItemClassificationCode listID="TST">1</ItemClassificationCode>'
                "</CommodityClassification></Item>"
            )
        ],
    ),
    (
        "BR-66",
        [
            "<PaymentMeans><CardAccount><NetworkID>1</NetworkID></CardAccount><CardAccount><NetworkID>1</NetworkID></CardAccount></PaymentMeans>"
        ],
        ["<PaymentMeans><CardAccount><NetworkID>1</NetworkID></CardAccount></PaymentMeans>"],
    ),
    (
        "BR-67",
        2 * ["<PaymentMeans><PaymentMandate><ID>1</ID></PaymentMandate></PaymentMeans>" * 2],
        ["<PaymentMeans><PaymentMandate><ID>1</ID></PaymentMandate></PaymentMeans>"],
    ),
]


test_the_rule_fires, test_the_rule_stays_silent = checks_of(CASES, "en16931")
