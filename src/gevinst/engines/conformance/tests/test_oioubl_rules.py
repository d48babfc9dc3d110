"""OIOUBL 2 invoices: which fatal rules fire, all of them, when one thing in a valid invoice is changed."""

from __future__ import annotations

import pytest

from gevinst.engines.conformance.tests.oioubl import CARD, Change, fatal, fired, valid

DK = "<cbc:IdentificationCode>DK</cbc:IdentificationCode>"
ADDRESS = "</cac:PostalAddress>"
TOTAL = "<cac:LegalMonetaryTotal>"
LINE = "<cac:InvoiceLine>\n"
FIRST = '<cbc:LineExtensionAmount currencyID="DKK">251.00</cbc:LineExtensionAmount>'
PRICE = '<cbc:PriceAmount currencyID="DKK">125.50</cbc:PriceAmount>'
BASE = '<cbc:BaseQuantity unitCode="{}">{}</cbc:BaseQuantity>'
SUM = '<cbc:LineExtensionAmount currencyID="DKK">281.00'
TAX_SUM = '<cbc:TaxExclusiveAmount currencyID="DKK">62.75'
GROSS = '<cbc:TaxInclusiveAmount currencyID="DKK">343.75'
PAYABLE = '<cbc:PayableAmount currencyID="DKK">343.75'
CERTIFIED = "</cac:ClassifiedTaxCategory>"
CERTIFICATE = (
    "<cac:Certificate><cbc:ID>{}</cbc:ID><cbc:CertificateTypeCode>NA</cbc:CertificateTypeCode>"
    "<cbc:CertificateType>NA</cbc:CertificateType></cac:Certificate>"
)
CATEGORY = (
    '<cac:TaxCategory><cbc:ID schemeAgencyID="320" schemeID="urn:oioubl:id:taxcategoryid-1.1">'
    "ZeroRated</cbc:ID><cbc:Percent>0</cbc:Percent><cac:TaxScheme><cbc:ID schemeAgencyID="
    '"320" schemeID="urn:oioubl:id:taxschemeid-1.5">63</cbc:ID><cbc:Name>Moms</cbc:Name>'
    "</cac:TaxScheme></cac:TaxCategory>"
)


def charge(indicator: str, amount: str, inside: str = CATEGORY) -> str:
    return (
        f"<cac:AllowanceCharge><cbc:ChargeIndicator>{indicator}</cbc:ChargeIndicator>"
        f"<cbc:AllowanceChargeReason>x</cbc:AllowanceChargeReason>"
        f'<cbc:Amount currencyID="DKK">{amount}</cbc:Amount>{inside}</cac:AllowanceCharge>'
    )


ARITHMETIC: list[Change] = [
    ("F-INV126 F-INV128 F-INV133", SUM, SUM.replace("281.00", "281.01")),
    ("F-INV120 F-INV128 F-INV133", f"{SUM}</cbc:LineExtensionAmount>", ""),
    ("F-INV127", TAX_SUM, TAX_SUM.replace("62.75", "281.00")),
    ("F-INV128", GROSS, GROSS.replace("343.75", "343.76")),
    ("F-INV133", PAYABLE, PAYABLE.replace("343.75", "343.74")),
    ("F-LIB014", PAYABLE, PAYABLE.replace("343.75", "343.750")),
    ("F-INV348 F-INV126", FIRST, FIRST.replace("251.00", "249.99")),
    ("F-INV126", FIRST, FIRST.replace("251.00", "250.00")),
    ("F-INV149", FIRST, FIRST.replace("251.00", "251.0")),
    ("F-INV340", PRICE, PRICE + BASE.format("EA", 2)),
    ("", PRICE, PRICE + BASE.format("EA", 1)),
    ("", PRICE, PRICE + BASE.format("BX", 100)),
    (
        "F-INV343",
        PRICE,
        f"{PRICE}{BASE.format('BX', 1)}<cbc:OrderableUnitFactorRate>2</cbc:OrderableUnitFactorRate>",
    ),
    ("F-INV147 F-INV348", '"EA">2<', '"EA">0<'),
    ("F-INV122 F-LIB402", TOTAL, charge("false", "5.00") + TOTAL),
]


HEADER: list[Change] = [
    ("F-LIB001", ">2.1<", ">2.2<"),
    ("", ">OIOUBL-2.1<", ">OIOUBL-2.02<"),
    ("F-LIB302", "profile5:ver2.0<", "profile9:ver2.0<"),
    ("F-INV009", "<cbc:ID>F1</cbc:ID>", ""),
    ("F-LIB006", "a7245117-", "a7245117"),
    ("F-INV011", ">380<", ">381<"),
    ("F-INV007", "<cbc:DocumentCurrencyCode>DKK</cbc:DocumentCurrencyCode>", ""),
    ("F-INV012 F-INV013 F-INV014 F-LIB298", ">DKK<", ">KRO<"),
    ("F-INV142", "<cac:OrderReference>\n  <cbc:ID>O1</cbc:ID>\n</cac:OrderReference>", ""),
]
PARTIES: list[Change] = [
    ("F-LIB179", '<cbc:EndpointID schemeID="DK:CVR">', "<cbc:EndpointID>"),
    ("F-LIB179", '<cbc:EndpointID schemeID="DK:CVR">', '<cbc:EndpointID schemeID="DK:XXX">'),
    (
        "F-LIB180",
        '<cbc:EndpointID schemeID="DK:CVR">DK10000009',
        '<cbc:EndpointID schemeID="DK:CVR">10000009',
    ),
    (
        "F-LIB181",
        '<cbc:EndpointID schemeID="GLN">5798009811578',
        '<cbc:EndpointID schemeID="GLN">579800981157',
    ),
    ("F-LIB183", '<cbc:ID schemeID="DK:CVR">', "<cbc:ID>"),
    ("F-LIB189", '<cbc:CompanyID schemeID="DK:CVR">', "<cbc:CompanyID>"),
    ("F-LIB189", '<cbc:CompanyID schemeID="DK:CVR">', '<cbc:CompanyID schemeID="GLN">'),
    (
        "F-LIB190",
        '<cbc:CompanyID schemeID="DK:CVR">DK10000009',
        '<cbc:CompanyID schemeID="DK:CVR">DK1000000',
    ),
    ("F-LIB195", '<cbc:CompanyID schemeID="DK:SE">', "<cbc:CompanyID>"),
    ("", "<cbc:Name>Hjælpemidler A/S</cbc:Name>", "<cbc:Name/>"),
    ("F-LIB027", ">StructuredLax<", ">Loose<"),
    ("F-LIB301", DK, "<cbc:IdentificationCode>XX</cbc:IdentificationCode>"),
]
PAYMENT: list[Change] = [
    ("F-LIB100", ">42<", ">99<"),
    ("F-LIB128", ">DK:BANK<", ">DK:FIK<"),
    ("F-LIB126", "<cbc:ID>0001234567</cbc:ID>", ""),
    ("F-LIB132", "<cbc:ID>1234</cbc:ID>", "<cbc:ID>12345</cbc:ID>"),
    ("F-LIB131", ">0001234567<", ">00012345678<"),
]
CARDS: list[Change] = [
    ("F-LIB155", ">71<", ">79<"),
    ("F-LIB156", ">123456789012345<", ">12345678901234<"),
    ("F-LIB336", ">123456789012345<", ">12345678901234X<"),
    ("F-LIB305", ">12345678<", ">1234567<"),
]
TAX: list[Change] = [
    ("F-LIB385", '<cbc:TaxAmount currencyID="DKK">62.75', '<cbc:TaxAmount currencyID="DKK">62.00'),
    (
        "F-LIB402",
        '<cbc:TaxableAmount currencyID="DKK">251.00',
        '<cbc:TaxableAmount currencyID="DKK">253.00',
    ),
    ("F-LIB404", ">ZeroRated<", ">ReverseCharge<"),
    ("F-LIB309 F-LIB404", ">StandardRated<", ">Standard<"),
    ("F-LIB403", TAX_SUM, TAX_SUM.replace("DKK", "KRO")),
]
LINES: list[Change] = [
    ("F-INV140", f"{LINE}  <cbc:ID>1</cbc:ID>", LINE),
    ("F-LIB007 F-LIB318", '<cbc:InvoicedQuantity unitCode="EA">', "<cbc:InvoicedQuantity>"),
    ("F-LIB318", '<cbc:InvoicedQuantity unitCode="EA">', '<cbc:InvoicedQuantity unitCode="XPP">'),
    ("F-INV163", "<cbc:Name>Kørestol</cbc:Name>", ""),
    ("F-INV167", "<cbc:ID>K1</cbc:ID>", ""),
    ("F-INV153", "<cbc:LineID>1</cbc:LineID>", "<cbc:LineID/>"),
    ("F-INV351", CERTIFIED, CERTIFIED + CERTIFICATE.format("SWAN")),
    ("", CERTIFIED, CERTIFIED + CERTIFICATE.format("SVANEN")),
    ("F-INV335 F-INV351", CERTIFIED, CERTIFIED + CERTIFICATE.format("")),
    ("F-INV135", LINE, f"{LINE}<cac:PaymentTerms/>"),
]
TABLES = (
    ("oioubl-2", "invoice", ARITHMETIC),
    ("oioubl-2", "invoice", HEADER),
    ("oioubl-2", "invoice", PARTIES),
    ("oioubl-2", "invoice", PAYMENT),
    ("oioubl-2", "invoice", CARDS, CARD),
    ("oioubl-2", "invoice", TAX),
    ("oioubl-2", "invoice", LINES),
)


@pytest.mark.parametrize(("change", "found"), [row for table in TABLES for row in fired(*table)])
def test_the_rules_that_fire(change: Change, found: set[str]) -> None:
    assert found == set(change[0].split())


def test_the_unchanged_invoices_keep_every_rule() -> None:
    assert fatal([valid("oioubl-2", "invoice"), valid("oioubl-2", "invoice", CARD)]) == [
        set(),
        set(),
    ]


EXCHANGE = (
    "<cac:PricingExchangeRate><cbc:SourceCurrencyCode>EUR</cbc:SourceCurrencyCode>"
    "<cbc:TargetCurrencyCode>DKK</cbc:TargetCurrencyCode><cbc:CalculationRate>{rate}"
    "</cbc:CalculationRate><cbc:MathematicOperatorCode>{operator}</cbc:MathematicOperatorCode>"
    "</cac:PricingExchangeRate><cac:TaxTotal>"
)


@pytest.mark.parametrize(
    ("operator", "rate", "price", "rules"),
    [
        ("multiply", "2", "62.75", {"F-INV346"}),
        ("multiply", "1", "125.50", set()),
        ("divide", "2", "125.50", {"F-INV347"}),
        ("divide", "2", "251.00", {"F-INV347"}),
    ],
)
def test_the_price_of_a_line_is_turned_by_the_rate(
    operator: str, rate: str, price: str, rules: set[str]
) -> None:
    # the second line keeps its price, so that only a rate of one leaves it right
    document = valid("oioubl-2", "invoice").replace("125.50", price)
    exchange = EXCHANGE.format(operator=operator, rate=rate)
    found = fatal([document.replace("<cac:TaxTotal>", exchange, 1)])[0]
    assert found & {"F-INV346", "F-INV347", "F-INV348"} == rules
