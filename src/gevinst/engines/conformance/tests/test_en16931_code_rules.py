"""EN 16931: codes and decimals, where no official case breaks it."""

from __future__ import annotations

from gevinst.engines.conformance.tests.fragments import Case, credit_note
from gevinst.engines.conformance.tests.tables import checks_of

SELLER = "<AccountingSupplierParty><Party>{}</Party></AccountingSupplierParty>"


BUYER = "<AccountingCustomerParty><Party>{}</Party></AccountingCustomerParty>"


LINE = "<InvoiceLine>{}</InvoiceLine>"


def coded(rule: str, fragment: str, good: str, bad: str) -> Case:
    """A row: the code `bad` fires, `good` does not."""
    return (rule, [fragment.format(bad)], [fragment.format(good)])


def decimals(rule: str, place: str, name: str) -> Case:
    """A row: three decimals fire, two do not."""
    return (
        rule,
        [place.format(f"<{name}>1.234</{name}>")],
        [place.format(f"<{name}>1.23</{name}>"), place.format("<Note>1.234</Note>")],
    )


CHARGE = "<AllowanceCharge><ChargeIndicator>true</ChargeIndicator>{}</AllowanceCharge>"


ALLOWANCE = CHARGE.replace("true", "false")


TOTAL = "<LegalMonetaryTotal>{}</LegalMonetaryTotal>"


SUBTOTAL = "<TaxTotal><TaxSubtotal>{}</TaxSubtotal></TaxTotal>"


CASES: list[Case] = [
    decimals("BR-DEC-01", ALLOWANCE, "Amount"),
    decimals("BR-DEC-02", ALLOWANCE, "BaseAmount"),
    decimals("BR-DEC-05", CHARGE, "Amount"),
    decimals("BR-DEC-06", CHARGE, "BaseAmount"),
    *(
        decimals(f"BR-DEC-{number}", TOTAL, name)
        for number, name in [
            ("09", "LineExtensionAmount"),
            ("10", "AllowanceTotalAmount"),
            ("11", "ChargeTotalAmount"),
            ("12", "TaxExclusiveAmount"),
            ("14", "TaxInclusiveAmount"),
            ("16", "PrepaidAmount"),
            ("17", "PayableRoundingAmount"),
            ("18", "PayableAmount"),
        ]
    ),
    decimals("BR-DEC-19", SUBTOTAL, "TaxableAmount"),
    decimals("BR-DEC-20", SUBTOTAL, "TaxAmount"),
    decimals("BR-DEC-23", LINE, "LineExtensionAmount"),
    decimals("BR-DEC-24", LINE.format(ALLOWANCE), "Amount"),
    decimals("BR-DEC-25", LINE.format(ALLOWANCE), "BaseAmount"),
    decimals("BR-DEC-27", LINE.format(CHARGE), "Amount"),
    decimals("BR-DEC-28", LINE.format(CHARGE), "BaseAmount"),
    (
        "BR-CL-01",
        [
            "<InvoiceTypeCode>381</InvoiceTypeCode>",
            "<InvoiceTypeCode>380 381</InvoiceTypeCode>",
            credit_note("<CreditNoteTypeCode>380</CreditNoteTypeCode>"),
            "<InvoiceTypeCode>502</InvoiceTypeCode>",
        ],
        [
            "<InvoiceTypeCode> 380 </InvoiceTypeCode>",
            credit_note("<CreditNoteTypeCode>381</CreditNoteTypeCode>"),
            credit_note("<CreditNoteTypeCode>502</CreditNoteTypeCode>"),
        ],
    ),
    (
        "BR-CL-03",
        [
            '<TaxTotal><TaxAmount currencyID="dkk">1</TaxAmount></TaxTotal>',
            "<TaxTotal><TaxAmount>1</TaxAmount></TaxTotal>",
        ],
        ['<TaxTotal><TaxAmount currencyID="DKK">1</TaxAmount></TaxTotal>'],
    ),
    coded("BR-CL-04", "<DocumentCurrencyCode>{}</DocumentCurrencyCode>", "DKK", "KRO"),
    coded("BR-CL-05", "<TaxCurrencyCode>{}</TaxCurrencyCode>", "EUR", "EU"),
    coded(
        "BR-CL-06",
        "<InvoicePeriod><DescriptionCode>{}</DescriptionCode></InvoicePeriod>",
        "35",
        "5",
    ),
    coded(
        "BR-CL-07",
        '<AdditionalDocumentReference><ID schemeID="{}">1</ID>'
        "<DocumentTypeCode>130</DocumentTypeCode></AdditionalDocumentReference>",
        "ABT",
        "XXX",
    ),
    coded("BR-CL-08", "<Note>#{}#text</Note>", "AAI", "AAH"),
    coded("BR-CL-08", "<Note>{}</Note>", "#toolong#text", "a #QQQ# b"),
    coded(
        "BR-CL-10",
        SELLER.format('<PartyIdentification><ID schemeID="{}">1</ID></PartyIdentification>'),
        "SEPA",
        "DK:CVR",
    ),
    coded(
        "BR-CL-10",
        BUYER.format('<PartyIdentification><ID schemeID="{}">1</ID></PartyIdentification>'),
        "0184",
        "SEPA",
    ),
    coded(
        "BR-CL-11",
        SELLER.format(
            '<PartyLegalEntity><CompanyID schemeID="{}">1</CompanyID></PartyLegalEntity>'
        ),
        "0184",
        "0092",
    ),
    coded(
        "BR-CL-13",
        "<CommodityClassification>"
        '<ItemClassificationCode listID="{}">1</ItemClassificationCode></CommodityClassification>',
        "TST",
        "UNSPSC",
    ),
    coded("BR-CL-14", "<Country><IdentificationCode>{}</IdentificationCode></Country>", "XI", "UK"),
    coded(
        "BR-CL-15",
        "<OriginCountry><IdentificationCode>{}</IdentificationCode></OriginCountry>",
        "DK",
        "EL",
    ),
    coded(
        "BR-CL-16",
        "<PaymentMeans><PaymentMeansCode>{}</PaymentMeansCode></PaymentMeans>",
        "58",
        "71",
    ),
    coded("BR-CL-17", "<TaxCategory><ID>{}</ID></TaxCategory>", "AE", "A"),
    coded("BR-CL-18", "<ClassifiedTaxCategory><ID>{}</ID></ClassifiedTaxCategory>", "K", "IC"),
    coded(
        "BR-CL-19",
        ALLOWANCE.format("<AllowanceChargeReasonCode>{}</AllowanceChargeReasonCode>"),
        "95",
        "FC",
    ),
    coded(
        "BR-CL-20",
        CHARGE.format("<AllowanceChargeReasonCode>{}</AllowanceChargeReasonCode>"),
        "FC",
        "95",
    ),
    coded(
        "BR-CL-21",
        '<StandardItemIdentification><ID schemeID="{}">1</ID></StandardItemIdentification>',
        "0160",
        "GTIN",
    ),
    coded(
        "BR-CL-22",
        "<TaxCategory><TaxExemptionReasonCode>{}</TaxExemptionReasonCode></TaxCategory>",
        "vatex-eu-ae",
        "AE",
    ),
    coded(
        "BR-CL-23",
        '<InvoiceLine><InvoicedQuantity unitCode="{}">1</InvoicedQuantity></InvoiceLine>',
        "EA",
        "PCE",
    ),
    coded(
        "BR-CL-24",
        '<EmbeddedDocumentBinaryObject mimeCode="{}">x</EmbeddedDocumentBinaryObject>',
        "image/png",
        "image/gif",
    ),
    coded("BR-CL-25", SELLER.format('<EndpointID schemeID="{}">1</EndpointID>'), "0184", "9956"),
    # What the lists of EN 16931 1.3.16 took in and left out.
    coded("BR-CL-25", SELLER.format('<EndpointID schemeID="{}">1</EndpointID>'), "0245", "0247"),
    coded("BR-CL-04", "<DocumentCurrencyCode>{}</DocumentCurrencyCode>", "ZWG", "ZWL"),
    coded(
        "BR-CL-23",
        '<InvoiceLine><InvoicedQuantity unitCode="{}">1</InvoicedQuantity></InvoiceLine>',
        "XPX",
        "HAR",
    ),
    coded(
        "BR-CL-11",
        SELLER.format(
            '<PartyLegalEntity><CompanyID schemeID="{}">1</CompanyID></PartyLegalEntity>'
        ),
        "0247",
        "9999",
    ),
    coded(
        "BR-CL-26",
        '<Delivery><DeliveryLocation><ID schemeID="{}">1</ID></DeliveryLocation></Delivery>',
        "0088",
        "GLN",
    ),
]


test_the_rule_fires, test_the_rule_stays_silent = checks_of(CASES, "en16931")
