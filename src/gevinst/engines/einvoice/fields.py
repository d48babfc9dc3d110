"""The field table: which UBL element each field of an invoice is read from.

One table serves the three profiles; where they differ in meaning (the totals), totals.py knows.
Names follow model.py; a field that is chosen among several places has one name for each place, and
choice.py says which of them wins.
"""

from __future__ import annotations

from gevinst.engines.einvoice.tree import (
    Shape,
    Tree,
    blob,
    grow,
    identifier,
    many,
    marked,
    part,
    text,
    typed,
    with_attribute,
)
from gevinst.engines.einvoice.values import day, decimal, flag

PARTY: Shape = {
    "EndpointID": identifier("endpoint"),
    "PartyIdentification": part("identifications", {"ID": identifier("id")}),
    "PartyName": {"Name": text("party_name")},
    "PostalAddress": {
        "StreetName": text("address.street"),
        "BuildingNumber": text("address.number"),
        "CityName": text("address.city"),
        "PostalZone": text("address.postcode"),
        "Country": {"IdentificationCode": text("address.country")},
    },
    "PartyTaxScheme": part(
        "taxations", {"CompanyID": identifier("id"), "TaxScheme": {"ID": text("scheme")}}
    ),
    "PartyLegalEntity": {
        "RegistrationName": text("legal_name"),
        "CompanyID": identifier("legal_id"),
    },
    "Contact": {
        "ID": text("contact_id"),
        "Name": text("contact_name"),
        "ElectronicMail": text("email"),
    },
}

ALLOWANCE = part(
    "allowances",
    {
        "ChargeIndicator": typed("charge", flag),
        "AllowanceChargeReason": text("reason"),
        "MultiplierFactorNumeric": typed("factor", decimal),
        "Amount": typed("amount", decimal),
        "BaseAmount": typed("base", decimal),
        "TaxCategory": {"ID": text("tax_category"), "Percent": typed("tax_percent", decimal)},
    },
)
TAX_SUBTOTAL = part(
    "subtotals",
    {
        "TaxableAmount": typed("taxable", decimal),
        "TaxAmount": typed("tax", decimal),
        "Percent": typed("percent", decimal),
        "TaxCategory": {
            "ID": text("category"),
            "Percent": typed("percent", decimal),
            "TaxScheme": {"ID": text("scheme")},
        },
    },
)
TAX_TOTAL = part(
    "taxes",
    {
        "TaxAmount": with_attribute("amount", decimal, "currencyID", "currency"),
        "TaxSubtotal": TAX_SUBTOTAL,
    },
)
PAYMENT = part(
    "payments",
    {
        "PaymentMeansCode": text("code"),
        "PaymentDueDate": typed("due", day),
        "PaymentChannelCode": text("channel"),
        "InstructionID": text("instruction"),
        "InstructionNote": text("instruction_note"),
        "PaymentID": text("reference"),
        "CreditAccount": {"AccountID": text("account")},
        "PayeeFinancialAccount": {
            "ID": text("account"),
            "PaymentNote": text("payment_note"),
            "FinancialInstitutionBranch": {"ID": text("branch")},
        },
    },
)
TOTALS = part(
    "totals",
    {
        "LineExtensionAmount": typed("lines", decimal),
        "TaxExclusiveAmount": typed("tax_exclusive", decimal),
        "TaxInclusiveAmount": typed("with_tax", decimal),
        "AllowanceTotalAmount": typed("allowances", decimal),
        "ChargeTotalAmount": typed("charges", decimal),
        "PrepaidAmount": typed("prepaid", decimal),
        "PayableRoundingAmount": typed("rounding", decimal),
        "PayableAmount": typed("payable", decimal),
    },
)
REFERENCE: Shape = {
    "ID": text("id"),
    "DocumentType": text("type"),
    "DocumentDescription": text("description"),
    "Attachment": {
        "EmbeddedDocumentBinaryObject": blob("content"),
        "ExternalReference": {"URI": text("uri")},
    },
}
# Who a delivery went to: the identifiers and the names, one list.
DELIVERY: Shape = {
    "ActualDeliveryDate": typed("delivered", day),
    "DeliveryParty": {
        "PartyIdentification": {"ID": many("delivery_party")},
        "PartyName": {"Name": many("delivery_party")},
        "Contact": {"ID": many("delivery_party"), "Name": many("delivery_party")},
    },
}
LINE_TAX = part(
    "subtotals",
    {
        "Percent": typed("percent", decimal),
        "TaxCategory": {
            "ID": text("category"),
            "Percent": typed("percent", decimal),
            "TaxScheme": {"ID": text("scheme")},
        },
    },
)
LINE: Shape = {
    "ID": text("id"),
    "Note": many("notes"),
    "InvoicedQuantity": with_attribute("quantity", decimal, "unitCode", "unit"),
    "CreditedQuantity": with_attribute("quantity", decimal, "unitCode", "unit"),
    "LineExtensionAmount": typed("amount", decimal),
    "AccountingCost": text("accounting_cost"),
    "InvoicePeriod": {"StartDate": typed("period_start", day), "EndDate": typed("period_end", day)},
    "OrderLineReference": {
        "LineID": text("order_line"),
        "OrderReference": {"ID": text("order")},
    },
    "DocumentReference": {"ID": many("document_references")},
    "Delivery": DELIVERY,
    "AllowanceCharge": ALLOWANCE,
    "TaxTotal": {"TaxSubtotal": LINE_TAX},
    "Item": {
        "Description": many("descriptions"),
        "Name": text("name"),
        "SellersItemIdentification": {"ID": text("seller_item_id")},
        "StandardItemIdentification": {"ID": identifier("standard_item_id")},
        "CommodityClassification": part(
            "classes", {"ItemClassificationCode": identifier("id", "listID")}
        ),
        "ClassifiedTaxCategory": {
            "ID": text("tax_category"),
            "Percent": typed("tax_percent", decimal),
        },
        "AdditionalItemProperty": part(
            "properties", {"Name": text("name"), "Value": text("value")}
        ),
    },
    "Price": {
        "PriceAmount": typed("price", decimal),
        "BaseQuantity": typed("base_quantity", decimal),
        "OrderableUnitFactorRate": typed("price_factor", decimal),
    },
}
HEADER: Shape = {
    "CustomizationID": text("customization_id"),
    "ID": text("number"),
    "CopyIndicator": typed("copy_indicator", flag),
    "UUID": text("uuid"),
    "IssueDate": typed("issue_date", day),
    "DueDate": typed("due_date", day),
    "InvoiceTypeCode": text("type_code"),
    "CreditNoteTypeCode": text("type_code"),
    "Note": many("notes"),
    "DocumentCurrencyCode": text("currency"),
    "AccountingCost": text("accounting_cost"),
    "BuyerReference": text("buyer_reference"),
    "InvoicePeriod": {"StartDate": typed("period_start", day), "EndDate": typed("period_end", day)},
    "OrderReference": {"ID": text("order")},
    "BillingReference": {
        "InvoiceDocumentReference": {"ID": many("preceding")},
        "CreditNoteDocumentReference": {"ID": many("preceding")},
    },
    "ContractDocumentReference": part("contracts", REFERENCE),
    "AdditionalDocumentReference": part("references", REFERENCE),
    "AccountingSupplierParty": {"Party": part("supplier", PARTY)},
    "AccountingCustomerParty": {"Party": part("customer", PARTY)},
    "PayeeParty": part("payee", PARTY),
    "Delivery": DELIVERY,
    "PaymentMeans": PAYMENT,
    "AllowanceCharge": ALLOWANCE,
    "TaxTotal": TAX_TOTAL,
    "LegalMonetaryTotal": TOTALS,
}
LINES = part("lines", LINE)
DOCUMENTS: dict[str, Tree] = {
    "invoice": grow({**HEADER, "InvoiceLine": LINES}),
    "credit-note": grow({**HEADER, "CreditNoteLine": LINES}),
}
MARKED: dict[str, Tree] = {kind: marked(tree) for kind, tree in DOCUMENTS.items()}
