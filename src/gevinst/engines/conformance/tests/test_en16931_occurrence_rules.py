"""EN 16931: how often UBL elements may occur, where no official case breaks it."""

from __future__ import annotations

from gevinst.engines.conformance.tests.fragments import Case, credit_note
from gevinst.engines.conformance.tests.tables import checks_of

SELLER = "<AccountingSupplierParty><Party>{}</Party></AccountingSupplierParty>"


BUYER = "<AccountingCustomerParty><Party>{}</Party></AccountingCustomerParty>"


LINE = "<InvoiceLine>{}</InvoiceLine>"


TAX = "<PartyTaxScheme><CompanyID>1</CompanyID><TaxScheme><ID>{}</ID></TaxScheme></PartyTaxScheme>"


PAYEE = "<PayeeParty><PartyName><Name>B</Name></PartyName>{}</PayeeParty>"


NAMED = SELLER.format("<PartyLegalEntity><RegistrationName>A</RegistrationName></PartyLegalEntity>")


def once(rule: str, place: str, element: str) -> Case:
    """A row: `element` twice in `place` fires, once does not."""
    return (rule, [place.format(element * 2)], [place.format(element)])


def nested(*names: str) -> str:
    """A basic element inside aggregates."""
    *outer, inner = names
    opened = "".join(f"<{name}>" for name in outer)
    closed = "".join(f"</{name}>" for name in reversed(outer))
    return f"{opened}<{inner}>1</{inner}>{closed}"


CHARGE = "<AllowanceCharge><ChargeIndicator>true</ChargeIndicator>{}</AllowanceCharge>"


ALLOWANCE = CHARGE.replace("true", "false")


TOTAL = "<LegalMonetaryTotal>{}</LegalMonetaryTotal>"


SUBTOTAL = "<TaxTotal><TaxSubtotal>{}</TaxSubtotal></TaxTotal>"


MEANS = "<PaymentMeans>{}</PaymentMeans>"


CASES: list[Case] = [
    (
        "UBL-DT-01",
        [
            TOTAL.format("<PayableAmount>1.234</PayableAmount>"),
            "<TaxTotal><TaxAmount>1.000</TaxAmount></TaxTotal>",
        ],
        [
            LINE.format("<Price><PriceAmount>1.2345</PriceAmount></Price>"),
            LINE.format(
                "<Price><AllowanceCharge><Amount>1.2345</Amount></AllowanceCharge></Price>"
            ),
        ],
    ),
    once("UBL-SR-01", "{}", nested("ContractDocumentReference", "ID")),
    once("UBL-SR-02", "{}", nested("ReceiptDocumentReference", "ID")),
    once("UBL-SR-03", "{}", nested("DespatchDocumentReference", "ID")),
    once(
        "UBL-SR-04",
        "{}",
        "<AdditionalDocumentReference><ID>1</ID><DocumentTypeCode>130</DocumentTypeCode></AdditionalDocumentReference>",
    ),
    once("UBL-SR-05", "{}", nested("PaymentTerms", "Note")),
    once(
        "UBL-SR-06",
        "<BillingReference>{}</BillingReference>",
        nested("InvoiceDocumentReference", "ID"),
    ),
    once("UBL-SR-08", "{}", nested("InvoicePeriod", "StartDate")),
    once("UBL-SR-09", SELLER, nested("PartyLegalEntity", "RegistrationName")),
    once("UBL-SR-10", SELLER, nested("PartyName", "Name")),
    once("UBL-SR-11", SELLER, nested("PartyLegalEntity", "CompanyID")),
    once("UBL-SR-12", SELLER, TAX.format("vat")),
    once("UBL-SR-13", SELLER, TAX.format("GST")),
    once("UBL-SR-14", SELLER, nested("PartyLegalEntity", "CompanyLegalForm")),
    once("UBL-SR-15", BUYER, nested("PartyLegalEntity", "RegistrationName")),
    once("UBL-SR-16", BUYER, nested("PartyIdentification", "ID")),
    once("UBL-SR-17", BUYER, nested("PartyLegalEntity", "CompanyID")),
    once("UBL-SR-18", BUYER, TAX.format("VAT")),
    once("UBL-SR-19", NAMED + "<PayeeParty>{}</PayeeParty>", nested("PartyName", "Name")),
    once(
        "UBL-SR-20",
        NAMED + PAYEE,
        '<PartyIdentification><ID schemeID="0088">1</ID></PartyIdentification>',
    ),
    once("UBL-SR-21", NAMED + PAYEE, nested("PartyLegalEntity", "CompanyID")),
    once(
        "UBL-SR-22",
        "<TaxRepresentativeParty>{}</TaxRepresentativeParty>",
        nested("PartyName", "Name"),
    ),
    once(
        "UBL-SR-23",
        "<TaxRepresentativeParty>{}</TaxRepresentativeParty>",
        nested("PartyTaxScheme", "CompanyID"),
    ),
    once("UBL-SR-24", "{}", nested("Delivery", "ActualDeliveryDate")),
    once("UBL-SR-25", "<Delivery>{}</Delivery>", nested("DeliveryParty", "PartyName", "Name")),
    once("UBL-SR-26", MEANS, nested("PaymentID")),
    once("UBL-SR-27", MEANS, nested("PaymentMeansCode")),
    once("UBL-SR-28", MEANS, nested("PaymentMandate", "ID")),
    once(
        "UBL-SR-29", SELLER, '<PartyIdentification><ID schemeID="sepa">1</ID></PartyIdentification>'
    ),
    once("UBL-SR-30", ALLOWANCE, nested("AllowanceChargeReason")),
    once("UBL-SR-31", CHARGE, nested("AllowanceChargeReason")),
    once(
        "UBL-SR-32", SUBTOTAL.format("<TaxCategory>{}</TaxCategory>"), nested("TaxExemptionReason")
    ),
    once(
        "UBL-SR-33",
        "<AdditionalDocumentReference>{}</AdditionalDocumentReference>",
        nested("DocumentDescription"),
    ),
    once("UBL-SR-34", LINE, nested("Note")),
    once("UBL-SR-35", LINE, nested("OrderLineReference", "LineID")),
    once("UBL-SR-36", LINE, nested("InvoicePeriod", "StartDate")),
    once("UBL-SR-37", LINE.format("<Price>{}</Price>"), nested("AllowanceCharge", "Amount")),
    once("UBL-SR-39", "{}", nested("ProjectReference", "ID")),
    once("UBL-SR-40", BUYER, nested("PartyName", "Name")),
    ("UBL-SR-42", [SELLER.format(TAX.format("A") * 3)], [SELLER.format(TAX.format("A") * 2)]),
    (
        "UBL-SR-43",
        [
            '<AdditionalDocumentReference><ID schemeID="AAA">1</ID></AdditionalDocumentReference>',
            "<AdditionalDocumentReference><DocumentTypeCode>50</DocumentTypeCode></AdditionalDocumentReference>",
        ],
        [
            "<AdditionalDocumentReference><ID>1</ID></AdditionalDocumentReference>",
            credit_note(
                "<AdditionalDocumentReference><DocumentTypeCode>50</DocumentTypeCode></AdditionalDocumentReference>"
            ),
        ],
    ),
    (
        "UBL-SR-44",
        [MEANS.format("<PaymentID>1</PaymentID>") + MEANS.format("<PaymentID>2</PaymentID>")],
        [MEANS.format("<PaymentID>1</PaymentID>") * 2],
    ),
    once("UBL-SR-45", "{}", nested("PaymentMeans", "PaymentDueDate")),
    once(
        "UBL-SR-46",
        "{}",
        '<PaymentMeans><PaymentMeansCode name="x">30</PaymentMeansCode></PaymentMeans>',
    ),
    (
        "UBL-SR-48",
        [
            LINE.format("<ID>1</ID>"),
            LINE.format("<Item>" + nested("ClassifiedTaxCategory", "ID") * 2 + "</Item>"),
        ],
        [LINE.format(nested("Item", "ClassifiedTaxCategory", "ID"))],
    ),
    once("UBL-SR-49", "<InvoicePeriod>{}</InvoicePeriod>", nested("DescriptionCode")),
    once("UBL-SR-50", LINE.format("<Item>{}</Item>"), nested("Description")),
    once(
        "UBL-SR-51",
        SELLER.format("<PostalAddress>{}</PostalAddress>"),
        nested("AddressLine", "Line"),
    ),
    once("UBL-SR-52", LINE, nested("DocumentReference", "ID")),
    (
        "UBL-SR-53",
        [
            SELLER.format(nested("PartyTaxScheme", "CompanyID")),
            SELLER.format(nested("PartyTaxScheme", "TaxScheme", "ID")),
        ],
        [SELLER.format(TAX.format("VAT"))],
    ),
    (
        "UBL-DT-06",
        ['<EmbeddedDocumentBinaryObject filename="a">x</EmbeddedDocumentBinaryObject>'],
        ['<EmbeddedDocumentBinaryObject mimeCode="text/csv">x</EmbeddedDocumentBinaryObject>'],
    ),
    (
        "UBL-DT-07",
        ['<EmbeddedDocumentBinaryObject mimeCode="text/csv">x</EmbeddedDocumentBinaryObject>'],
        ['<EmbeddedDocumentBinaryObject filename="a">x</EmbeddedDocumentBinaryObject>'],
    ),
]


test_the_rule_fires, test_the_rule_stays_silent = checks_of(CASES, "en16931")
