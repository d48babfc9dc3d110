"""Which business term (BT) of EN 16931 an XPath of a document is, so that an answer can name the field.

Source: EN 16931-3-2 (syntax binding to UBL), Peppol BIS Billing 3.0.
"""

from __future__ import annotations

import re
from types import MappingProxyType

_POSITION = re.compile(r"\[[^\]]*\]")
_ROOT = re.compile(r"^/(?:Invoice|CreditNote)/")
_LINE = re.compile(r"^(?:InvoiceLine|CreditNoteLine)/")
_SUPPLIER, _CUSTOMER = "AccountingSupplierParty/Party/", "AccountingCustomerParty/Party/"
_TOTALS, _ACCOUNT = "LegalMonetaryTotal/", "PaymentMeans/PayeeFinancialAccount/"
_HEAD = MappingProxyType(
    {
        "ID": "BT-1",
        "IssueDate": "BT-2",
        "InvoiceTypeCode": "BT-3",
        "CreditNoteTypeCode": "BT-3",
        "DocumentCurrencyCode": "BT-5",
        "DueDate": "BT-9",
        "PaymentMeans/PaymentDueDate": "BT-9",
        "BuyerReference": "BT-10",
        "ContractDocumentReference/ID": "BT-12",
        "OrderReference/ID": "BT-13",
        "AccountingCost": "BT-19",
        "Note": "BT-22",
        "CustomizationID": "BT-24",
        "BillingReference/InvoiceDocumentReference/ID": "BT-25",
        f"{_SUPPLIER}PartyLegalEntity/RegistrationName": "BT-27",
        f"{_SUPPLIER}PartyName/Name": "BT-28",
        f"{_SUPPLIER}PartyIdentification/ID": "BT-29",
        f"{_SUPPLIER}PartyLegalEntity/CompanyID": "BT-30",
        f"{_SUPPLIER}PartyTaxScheme/CompanyID": "BT-31",
        f"{_SUPPLIER}EndpointID": "BT-34",
        f"{_CUSTOMER}PartyLegalEntity/RegistrationName": "BT-44",
        f"{_CUSTOMER}PartyName/Name": "BT-45",
        f"{_CUSTOMER}PartyIdentification/ID": "BT-46",
        f"{_CUSTOMER}PartyLegalEntity/CompanyID": "BT-47",
        f"{_CUSTOMER}EndpointID": "BT-49",
        f"{_CUSTOMER}Contact/ID": "BT-10",
        "Delivery/ActualDeliveryDate": "BT-72",
        "InvoicePeriod/StartDate": "BT-73",
        "InvoicePeriod/EndDate": "BT-74",
        "PaymentMeans/PaymentMeansCode": "BT-81",
        "PaymentMeans/PaymentID": "BT-83",
        f"{_ACCOUNT}ID": "BT-84",
        f"{_ACCOUNT}FinancialInstitutionBranch/ID": "BT-86",
        "AllowanceCharge/Amount": "BT-92",
        f"{_TOTALS}LineExtensionAmount": "BT-106",
        f"{_TOTALS}AllowanceTotalAmount": "BT-107",
        f"{_TOTALS}ChargeTotalAmount": "BT-108",
        f"{_TOTALS}TaxExclusiveAmount": "BT-109",
        "TaxTotal/TaxAmount": "BT-110",
        f"{_TOTALS}TaxInclusiveAmount": "BT-112",
        f"{_TOTALS}PrepaidAmount": "BT-113",
        f"{_TOTALS}PayableRoundingAmount": "BT-114",
        f"{_TOTALS}PayableAmount": "BT-115",
        "AdditionalDocumentReference/ID": "BT-122",
    }
)
_LINES = MappingProxyType(
    {
        "ID": "BT-126",
        "Note": "BT-127",
        "DocumentReference/ID": "BT-128",
        "InvoicedQuantity": "BT-129",
        "CreditedQuantity": "BT-129",
        "LineExtensionAmount": "BT-131",
        "OrderLineReference/LineID": "BT-132",
        "AccountingCost": "BT-133",
        "InvoicePeriod/StartDate": "BT-134",
        "InvoicePeriod/EndDate": "BT-135",
        "AllowanceCharge/Amount": "BT-136",
        "Price/PriceAmount": "BT-146",
        "Price/BaseQuantity": "BT-149",
        "Item/ClassifiedTaxCategory/ID": "BT-151",
        "Item/ClassifiedTaxCategory/Percent": "BT-152",
        "Item/Name": "BT-153",
        "Item/Description": "BT-154",
        "Item/SellersItemIdentification/ID": "BT-155",
        "Item/StandardItemIdentification/ID": "BT-157",
        "Item/CommodityClassification/ItemClassificationCode": "BT-158",
        "Item/AdditionalItemProperty/Name": "BT-160",
        "Item/AdditionalItemProperty/Value": "BT-161",
    }
)
TERMS = frozenset(_HEAD.values()) | frozenset(_LINES.values())
# How the supplier is paid: that the account was looked into is nobody's business but the buyer's.
PAYMENT = frozenset({"BT-81", "BT-83", "BT-84", "BT-86"})


def term_of(path: str) -> str:
    """The business term at the path; "" where it is none.

    >>> term_of("/Invoice/InvoiceLine[2]/Price/PriceAmount"), term_of("/CreditNote/UUID")
    ('BT-146', '')
    >>> term_of("/Invoice/TaxTotal/TaxAmount[@currencyID='DKK']")
    'BT-110'
    """
    plain = _ROOT.sub("", _POSITION.sub("", path))
    if _LINE.match(plain):
        return _LINES.get(_LINE.sub("", plain), "")
    return _HEAD.get(plain, "")
