"""The changes: one field each, by the path of an element or attribute in the sound invoice."""

from __future__ import annotations

from dataclasses import dataclass

GONE = None
SUPPLIER = "cac:AccountingSupplierParty/cac:Party/"
CUSTOMER = "cac:AccountingCustomerParty/cac:Party/"
PAYMENT = "cac:PaymentMeans/"
TAX = "cac:TaxTotal/"
SUBTOTAL = f"{TAX}cac:TaxSubtotal/"
TOTALS = "cac:LegalMonetaryTotal/"
LINE = "cac:InvoiceLine/"
ITEM = f"{LINE}cac:Item/"


@dataclass(frozen=True, slots=True)
class Mutation:
    """`value` is what the field says instead (None: it is taken out).

    Where the invoice lacks the field, `before` names the element in front of which it is put.
    """

    part: str
    path: str
    value: str | None
    before: str = ""
    profile: str = "peppol-bis-3"

    @property
    def change(self) -> str:
        """The change in words."""
        if self.value is None:
            return "removed"
        return f"added: {self.value}" if self.before else f"to {self.value}"


def _part(part: str, *changes: tuple[str, ...], profile: str = "peppol-bis-3") -> list[Mutation]:
    return [
        Mutation(part, path, value or None, more[0] if more else "", profile)
        for path, value, *more in changes
    ]


OIOUBL = "oioubl-2"
MUTATIONS: tuple[Mutation, ...] = (
    *_part(
        "header",
        ("cbc:CustomizationID", "urn:example:other"),
        ("cbc:ProfileID", "urn:example:other"),
        ("cbc:ID", "F-900"),
        ("cbc:ID", "F-0900"),
        ("cbc:ID", ""),
        ("cbc:IssueDate", "2026-10-14"),
        ("cbc:IssueDate", "2026-11-03"),
        ("cbc:IssueDate", "2028-10-20"),
        ("cbc:IssueDate", "20-10-2026"),
        ("cbc:DueDate", "2026-13-19"),
        ("cbc:DueDate", "2026-11-20"),
        ("cbc:InvoiceTypeCode", "381"),
        ("cbc:InvoiceTypeCode", "999"),
        ("cbc:DocumentCurrencyCode", "EUR"),
        ("cbc:DocumentCurrencyCode", "XXX"),
        ("cbc:BuyerReference", ""),
        ("cbc:BuyerReference", "710380-1234"),
        ("cac:OrderReference/cbc:ID", "710380-1234", "cac:AccountingSupplierParty"),
        ("cbc:Note", "Tak for samarbejdet", "cbc:DocumentCurrencyCode"),
    ),
    *_part(
        "header",
        ("cbc:UUID", "not-a-uuid"),
        ("cbc:CopyIndicator", "true", "cbc:UUID"),
        ("cbc:UBLVersionID", "2.9"),
        profile=OIOUBL,
    ),
    *_part(
        "supplier",
        (f"{SUPPLIER}cbc:EndpointID", "99001003"),
        (f"{SUPPLIER}cbc:EndpointID", "99000008"),
        (f"{SUPPLIER}cbc:EndpointID/@schemeID", "9999"),
        (f"{SUPPLIER}cac:PartyIdentification/cbc:ID", "99000008"),
        (f"{SUPPLIER}cac:PartyName/cbc:Name", "Privathospital B"),
        (f"{SUPPLIER}cac:PostalAddress/cac:Country/cbc:IdentificationCode", "XX"),
        (f"{SUPPLIER}cac:PostalAddress/cac:Country/cbc:IdentificationCode", ""),
        (f"{SUPPLIER}cac:PostalAddress/cbc:PostalZone", "8200"),
        (f"{SUPPLIER}cac:PartyTaxScheme/cbc:CompanyID", "99000007"),
        (f"{SUPPLIER}cac:PartyLegalEntity/cbc:CompanyID", "99001003"),
        (f"{SUPPLIER}cac:PartyLegalEntity/cbc:CompanyID", "99000008"),
        (f"{SUPPLIER}cac:PartyLegalEntity/cbc:CompanyID", ""),
        (f"{SUPPLIER}cac:PartyLegalEntity/cbc:RegistrationName", ""),
    ),
    *_part(
        "customer",
        (f"{CUSTOMER}cbc:EndpointID", "5790001000028"),
        (f"{CUSTOMER}cbc:EndpointID", "5790001000012"),
        (f"{CUSTOMER}cbc:EndpointID", ""),
        (f"{CUSTOMER}cac:PostalAddress/cac:Country/cbc:IdentificationCode", ""),
        (f"{CUSTOMER}cac:PartyLegalEntity/cbc:CompanyID", "29190926"),
        (f"{CUSTOMER}cac:PartyLegalEntity/cbc:RegistrationName", ""),
        (f"{CUSTOMER}cac:PartyName/cbc:Name", "Region Syddanmark"),
    ),
    *_part(
        "payment",
        (f"{PAYMENT}cbc:PaymentMeansCode", "999"),
        (f"{PAYMENT}cbc:PaymentMeansCode", "48"),
        (f"{PAYMENT}cac:PayeeFinancialAccount/cbc:ID", "0000000001"),
        (f"{PAYMENT}cac:PayeeFinancialAccount/cbc:ID", "DE89370400440532013000"),
        (f"{PAYMENT}cac:PayeeFinancialAccount/cbc:ID", ""),
        (f"{PAYMENT}cac:PayeeFinancialAccount/cac:FinancialInstitutionBranch/cbc:ID", "9998"),
        (f"{PAYMENT}cac:PayeeFinancialAccount/cac:FinancialInstitutionBranch/cbc:ID", ""),
    ),
    *_part(
        "tax",
        (f"{TAX}cbc:TaxAmount", "300.00"),
        (f"{TAX}cbc:TaxAmount/@currencyID", "EUR"),
        (f"{SUBTOTAL}cbc:TaxableAmount", "1100.00"),
        (f"{SUBTOTAL}cbc:TaxAmount", "300.00"),
        (f"{SUBTOTAL}cac:TaxCategory/cbc:ID", "S"),
        (f"{SUBTOTAL}cac:TaxCategory/cbc:Percent", "25"),
        (f"{SUBTOTAL}cac:TaxCategory/cbc:TaxExemptionReason", ""),
        (f"{SUBTOTAL}cac:TaxCategory/cac:TaxScheme/cbc:ID", "GST"),
    ),
    *_part(
        "totals",
        (f"{TOTALS}cbc:LineExtensionAmount", "1200.01"),
        (f"{TOTALS}cbc:TaxExclusiveAmount", "1200.01"),
        (f"{TOTALS}cbc:TaxInclusiveAmount", "1200.01"),
        (f"{TOTALS}cbc:PayableAmount", "1200.01"),
        (f"{TOTALS}cbc:PayableAmount", "12000.00"),
        (f"{TOTALS}cbc:PayableAmount", ""),
        (f"{TOTALS}cbc:PayableAmount/@currencyID", "EUR"),
        (f"{TOTALS}cbc:AllowanceTotalAmount", "100.00", f"{TOTALS}cbc:PayableAmount"),
        (f"{TOTALS}cbc:ChargeTotalAmount", "35.00", f"{TOTALS}cbc:PayableAmount"),
        (f"{TOTALS}cbc:PrepaidAmount", "200.00", f"{TOTALS}cbc:PayableAmount"),
        (f"{TOTALS}cbc:PayableRoundingAmount", "0.50", f"{TOTALS}cbc:PayableAmount"),
    ),
    *_part(
        "line",
        (f"{LINE}cbc:ID", ""),
        (f"{LINE}cbc:Note", "CPR 710380-1234"),
        (f"{LINE}cbc:Note", "CPR 650270-1234 og 710380-1234"),
        (f"{LINE}cbc:Note", ""),
        (f"{LINE}cbc:InvoicedQuantity", "2"),
        (f"{LINE}cbc:InvoicedQuantity", "-1"),
        (f"{LINE}cbc:InvoicedQuantity", "en"),
        (f"{LINE}cbc:InvoicedQuantity/@unitCode", "ZZZZ"),
        (f"{LINE}cbc:LineExtensionAmount", "1200.01"),
        (f"{LINE}cbc:LineExtensionAmount/@currencyID", "EUR"),
        (f"{LINE}cbc:AccountingCost", "Fysioterapi 2026", f"{LINE}cac:InvoicePeriod"),
        (f"{LINE}cac:InvoicePeriod/cbc:StartDate", "2026-10-01"),
        (f"{LINE}cac:InvoicePeriod/cbc:EndDate", "2026-10-22"),
        (f"{LINE}cac:InvoicePeriod", ""),
        (f"{ITEM}cbc:Name", "CT-skanning"),
        (f"{ITEM}cbc:Name", ""),
        (f"{ITEM}cac:SellersItemIdentification/cbc:ID", "MR02"),
        (f"{ITEM}cac:SellersItemIdentification/cbc:ID", ""),
        (f"{ITEM}cac:ClassifiedTaxCategory/cbc:ID", "S"),
        (f"{ITEM}cac:ClassifiedTaxCategory/cbc:Percent", "25"),
        (f"{ITEM}cac:ClassifiedTaxCategory/cac:TaxScheme/cbc:ID", "GST"),
        (f"{LINE}cac:Price/cbc:PriceAmount", "1200.01"),
        (f"{LINE}cac:Price/cbc:PriceAmount", "1199.00"),
        (f"{LINE}cac:Price/cbc:PriceAmount", ""),
        (f"{LINE}cac:Price/cbc:BaseQuantity", "2"),
    ),
)
