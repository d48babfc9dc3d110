"""OIOUBL 2: rules that look at other places, or say other things, in an invoice than in a credit note."""

from __future__ import annotations

from gevinst.engines.conformance.tests.fragments import Case, credit_note
from gevinst.engines.conformance.tests.tables import checks_of

CONVERTED = (
    "<AdditionalDocumentReference><DocumentTypeCode listAgencyName='ERST'>PEPPOLBIS32OIOUBL"
    "</DocumentTypeCode></AdditionalDocumentReference>"
)


def line(inside: str) -> str:
    return f"<InvoiceLine>{inside}</InvoiceLine>"


def credited(inside: str) -> str:
    """A credit note with this line."""
    return credit_note(f"<CreditNoteLine>{inside}</CreditNoteLine>")


def total(inside: str) -> str:
    return f"<LegalMonetaryTotal>{inside}</LegalMonetaryTotal>"


def allowed(inside: str) -> str:
    return f"<AllowanceCharge><ChargeIndicator>true</ChargeIndicator>{inside}</AllowanceCharge>"


def item(inside: str) -> str:
    return f"<Item><Name>x</Name>{inside}</Item>"


def of_instance(inside: str, part: str = "{}") -> str:
    named = f"<AdditionalItemProperty>{inside}</AdditionalItemProperty>"
    return item(f"<ItemInstance>{part.format(named)}</ItemInstance>")


def of_lot(inside: str) -> str:
    return of_instance(inside, "<LotIdentification>{}</LotIdentification>")


def classified(attribute: str = "") -> str:
    code = f"<ItemClassificationCode{attribute}>1</ItemClassificationCode>"
    return item(f"<CommodityClassification>{code}</CommodityClassification>")


def discrepant(inside: str) -> str:
    return credited(f"<DiscrepancyResponse>{inside}</DiscrepancyResponse>")


def counted(price: str, amount: str = "30.00") -> str:
    """A line of ten at this price, with an amount that is ten times another one."""
    return (
        f"<LineExtensionAmount>{amount}</LineExtensionAmount><Price>"
        f"<PriceAmount>{price}</PriceAmount>{{}}</Price>"
    )


TEN = "<InvoicedQuantity unitCode='EA'>10</InvoicedQuantity>" + counted("5")
TEN_CREDITED = TEN.replace("Invoiced", "Credited")
PIECES = "<BaseQuantity{}>1</BaseQuantity>"
NAME, VALUE = "<Name>x</Name><Value/>", "<Name/><Value>x</Value>"
GROUP = "<ItemPropertyGroup><ID/></ItemPropertyGroup>"
ATTRIBUTE = "<SellersItemIdentification><PhysicalAttribute>{}</PhysicalAttribute></SellersItemIdentification>"
ENTITIES = "".join(f"<PartyLegalEntity><CompanyID>{n}</CompanyID></PartyLegalEntity>" for n in "12")
TWO_ENTITIES = f"<DeliveryParty>{ENTITIES}</DeliveryParty>"
RATE = "<MultiplierFactorNumeric>{}</MultiplierFactorNumeric>"

CASES: list[Case] = [
    # A price without BaseQuantity is for one in an invoice, for nobody knows how many in a credit note.
    ("F-INV348", [line(TEN.format(""))], [line(TEN.format(PIECES.format(" unitCode='EA'")))]),
    (
        "F-CRN216",
        [credited(TEN_CREDITED.format(PIECES.format("")))],
        [credited(TEN_CREDITED.format(""))],
    ),
    ("F-CRN210", [credited(TEN_CREDITED.format(PIECES.format(" unitCode='EA'")))], []),
    # Totals and charges of a credit note may be negative or zero where those of an invoice may not.
    (
        "F-LIB013",
        [total(f"<{name}>0.00</{name}>") for name in ("ChargeTotalAmount", "PrepaidAmount")],
        [credit_note(total("<ChargeTotalAmount>-1.00</ChargeTotalAmount>"))],
    ),
    (
        "F-LIB016",
        [
            total("<TaxInclusiveAmount>-1.00</TaxInclusiveAmount>"),
            credit_note(total("<PayableAmount>-1.00</PayableAmount>")),
        ],
        [credit_note(total("<TaxInclusiveAmount>-1.00</TaxInclusiveAmount>"))],
    ),
    (
        "F-LIB375",
        [credit_note(total("<TaxInclusiveAmount>-1.00</TaxInclusiveAmount>"))],
        [
            credit_note(CONVERTED + total("<TaxInclusiveAmount>-1.00</TaxInclusiveAmount>")),
            total("<TaxInclusiveAmount>-1.00</TaxInclusiveAmount>"),
        ],
    ),
    (
        "F-LIB374",
        [credit_note(total(f"<PrepaidAmount>{n}</PrepaidAmount>")) for n in ("0.00", "-1.00")],
        [
            credit_note(CONVERTED + total("<PrepaidAmount>0.00</PrepaidAmount>")),
            credit_note(total("<PrepaidAmount>1.00</PrepaidAmount>")),
        ],
    ),
    (
        "F-LIB019",
        [allowed("<Amount>-1.00</Amount>")],
        [credit_note(allowed("<Amount>-1.00</Amount>"))],
    ),
    (
        "F-LIB317",
        [line(f"<Price>{allowed('<Amount>0</Amount>')}</Price>")],
        [credited(f"<Price>{allowed('<Amount>0</Amount>')}</Price>")],
    ),
    # In a price a discount has rules of its own.
    *(
        (
            rule,
            [wrap(f"<Price>{allowed(inside)}</Price>") for wrap in (line, credited)],
            [allowed(inside), line(f"<Price>{allowed('')}</Price>")],
        )
        for rule, inside in [
            ("F-LIB268", "<TaxTotal><TaxAmount>1</TaxAmount></TaxTotal>"),
            ("F-LIB269", "<PaymentMeans><ID>1</ID></PaymentMeans>"),
            ("F-LIB270", RATE.format("0.1")),
            ("F-LIB273", "<AccountingCostCode>1</AccountingCostCode>"),
            ("F-LIB274", "<AccountingCost>1</AccountingCost>"),
        ]
    ),
    *(
        (rule, [allowed(inside)], [line(f"<Price>{allowed(inside)}</Price>")])
        for rule, inside in [
            ("F-LIB224", "<TaxTotal><TaxAmount>1</TaxAmount></TaxTotal>"),
            ("F-LIB226", ""),
            ("F-LIB227", RATE.format("-0.1")),
            ("F-LIB248", RATE.format("0.1")),
        ]
    ),
    (
        "F-LIB271",
        [line(f"<Price>{allowed(RATE.format('-0.1'))}</Price>")],
        [credited(f"<Price>{allowed(RATE.format('-0.1'))}</Price>")],
    ),
    # The party of a line is the one it is delivered to.
    ("F-INV299", [f"<Delivery>{TWO_ENTITIES}</Delivery>"], []),
    ("F-INV300", [line(f"<Delivery>{TWO_ENTITIES}</Delivery>")], []),
    (
        "F-CRN176",
        [credited(f"<Delivery>{TWO_ENTITIES}</Delivery>")],
        [credited(TWO_ENTITIES.replace("DeliveryParty", "OriginatorParty"))],
    ),
    # Documents that a line refers to.
    (
        "F-LIB092",
        [
            line("<DocumentReference><ID>1</ID></DocumentReference>"),
            credited(
                item(
                    "<ItemSpecificationDocumentReference><ID>1</ID></ItemSpecificationDocumentReference>"
                )
            ),
        ],
        [line("<DocumentReference><DocumentType>x</DocumentType></DocumentReference>")],
    ),
    (
        "F-LIB172",
        [
            line(
                item(
                    "<CatalogueDocumentReference><DocumentTypeCode>1</DocumentTypeCode></CatalogueDocumentReference>"
                )
            )
        ],
        [line(item("<CatalogueDocumentReference><ID>1</ID></CatalogueDocumentReference>"))],
    ),
    # What an item is said to be: of the item in hand, and of its lot.
    ("F-INV228", [line(of_instance(VALUE))], [line(of_lot(VALUE))]),
    ("F-INV310", [line(of_instance(NAME))], [line(of_lot(NAME))]),
    ("F-INV316", [line(of_lot(VALUE))], [line(of_instance(VALUE))]),
    ("F-CRN190", [credited(of_instance(VALUE))], [credited(of_lot(VALUE))]),
    ("F-CRN191", [credited(of_instance(NAME))], [credited(of_lot(NAME))]),
    ("F-CRN192", [credited(of_instance(GROUP))], [credited(of_lot(GROUP))]),
    ("F-CRN185", [credited(of_lot(VALUE))], [credited(of_instance(VALUE))]),
    ("F-CRN186", [credited(of_lot(NAME))], [credited(of_instance(NAME))]),
    ("F-CRN187", [credited(of_lot(GROUP))], [credited(of_instance(GROUP))]),
    (
        "F-CRN119",
        [credited(item(ATTRIBUTE.format("<AttributeID>1</AttributeID>")))],
        [credited(item(ATTRIBUTE.format("<Description>x</Description>")))],
    ),
    (
        "F-CRN205",
        [credited(item("<Certificate><CertificateType/></Certificate>"))],
        [credited(item("<Certificate><CertificateType>x</CertificateType></Certificate>"))],
    ),
    *(
        (rule, [wrap(classified())], [wrap(classified(" listID='UNSPSC'"))])
        for rule, wrap in [("W-INV184", line), ("W-CRN132", credited)]
    ),
    # Lines of credit notes.
    (
        "F-CRN090",
        [credited("<LineExtensionAmount>1.00001</LineExtensionAmount>")],
        [credited("<LineExtensionAmount>1.0001</LineExtensionAmount>")],
    ),
    (
        "F-CRN207",
        [credited("<ID>1</ID>")],
        [credited("<LineExtensionAmount>1.00</LineExtensionAmount>")],
    ),
    (
        "F-CRN091",
        [discrepant("<ResponseCode listID='x'>1</ResponseCode>")],
        [
            discrepant(
                "<ResponseCode listID='urn:oioubl:codelist:lineresponsecode-1.0'>1</ResponseCode>"
            )
        ],
    ),
    (
        "F-CRN167",
        [discrepant("<ResponseCode>1</ResponseCode>")],
        [discrepant("<ResponseCode listAgencyID='320'>1</ResponseCode>")],
    ),
    (
        "F-LIB318",
        [line("<InvoicedQuantity>1</InvoicedQuantity>")],
        [line("<InvoicedQuantity unitCode='EA'>1</InvoicedQuantity>")],
    ),
]


test_the_rule_fires, test_the_rule_stays_silent = checks_of(CASES, "oioubl-2")
