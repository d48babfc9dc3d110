"""The Swedish, Norwegian and Icelandic rules of Peppol BIS 3."""

from __future__ import annotations

from gevinst.engines.conformance.tests.fragments import Case, buyer, credit_note, seller, tax_number
from gevinst.engines.conformance.tests.tables import checks_of

SWEDES = seller("SE") + buyer("SE")
ICELANDERS = seller("IS") + buyer("IS")
SWEDISH_VAT = seller("SE", tax_number("SE556732170701"))


def legal(number: str, scheme: str = "0007") -> str:
    return (
        f'<PartyLegalEntity><CompanyID schemeID="{scheme}">{number}</CompanyID></PartyLegalEntity>'
    )


def address(*elements: str) -> str:
    inside = "".join(f"<{name}>a</{name}>" for name in elements)
    return f"<PostalAddress>{inside}</PostalAddress>"


def paid(code: str, account: str = "", branch: str = "") -> str:
    office = f"<FinancialInstitutionBranch><ID>{branch}</ID></FinancialInstitutionBranch>"
    return (
        f"<PaymentMeans><PaymentMeansCode>{code}</PaymentMeansCode>"
        + (f"<PayeeFinancialAccount><ID>{account}</ID>{office if branch else ''}"
           "</PayeeFinancialAccount>" if account else "")
        + "</PaymentMeans>"
    )  # fmt: skip


def taxed(percent: str, category: str = "S", element: str = "TaxCategory") -> str:
    group = f"<{element}><ID>{category}</ID><Percent>{percent}</Percent></{element}>"
    if element == "TaxCategory":
        return f"<TaxTotal><TaxSubtotal>{group}</TaxSubtotal></TaxTotal>"
    return f"<InvoiceLine><Item>{group}</Item></InvoiceLine>"


def final_date(text: str, due: str = "") -> str:
    return (
        (f"<DueDate>{due}</DueDate>" if due else "")
        + f"<AdditionalDocumentReference><ID>{text}</ID>"
        "<DocumentDescription>EINDAGI</DocumentDescription></AdditionalDocumentReference>"
    )


def plusgiro(account: str) -> str:
    return paid("30", account, "SE:PLUSGIRO")


def bankgiro(account: str) -> str:
    return paid("30", account, "SE:BANKGIRO")


def tax_card(words: str, number: str = "5567321707") -> str:
    return seller("SE", tax_number(words, "TAX") + (legal(number) if number else ""))


SWEDISH: tuple[Case, ...] = (
    (
        "SE-R-001",
        [seller("SE", tax_number("SE5567321707")), credit_note(seller("SE", tax_number("SE1")))],
        [SWEDISH_VAT, seller("SE", tax_number("NO974760673MVA")), seller("NO", tax_number("SE1"))],
    ),
    (
        "SE-R-002",
        [seller("SE", tax_number("SE5567321707AB"))],
        [SWEDISH_VAT, seller("DK", tax_number("SEX"))],
    ),
    (
        "SE-R-003",
        [seller("SE", legal("556732-1707"))],
        [seller("SE", legal("5567321707")), seller("NO", legal("x"))],
    ),
    (
        "SE-R-004",
        [seller("SE", legal("556732170")), seller("SE", legal("165567321707"))],
        [seller("SE", legal("5567321707")), seller("SE", legal(" 5567321707 ")), seller("SE")],
    ),
    (
        "SE-R-005",
        [tax_card("F-skatt"), tax_card("5567321707")],
        [
            tax_card("Godkänd för F-skatt"),
            tax_card(" GODKÄND  FÖR F-SKATT "),
            tax_card("F-skatt", ""),
            SWEDISH_VAT,
        ],
    ),
    (
        "SE-R-006",
        [SWEDISH_VAT + taxed("24"), SWEDISH_VAT + taxed("0", element="ClassifiedTaxCategory")],
        [SWEDISH_VAT + taxed(rate) for rate in ("25", "12.00", "6")]
        + [SWEDISH_VAT + taxed("0", "Z"), seller("SE") + taxed("24"), seller("DK") + taxed("24")],
    ),
    (
        "SE-R-007",
        [SWEDES + plusgiro("12-34")],
        [SWEDES + plusgiro("1234"), SWEDES + bankgiro("12-34")],
    ),
    (
        "SE-R-008",
        [SWEDES + bankgiro("123-4567")],
        [SWEDES + bankgiro("1234567"), SWEDES + plusgiro("12-3")],
    ),
    (
        "SE-R-009",
        [SWEDES + bankgiro("123456"), SWEDES + bankgiro("123456789")],
        [
            SWEDES + bankgiro("1234567"),
            SWEDES + bankgiro(" 12345678 "),
            SWEDES + paid("31", "1", "SE:BANKGIRO"),
        ],
    ),
    (
        "SE-R-010",
        [SWEDES + plusgiro("1"), SWEDES + plusgiro("123456789")],
        [SWEDES + plusgiro("12"), SWEDES + plusgiro("12345678"), seller("NO") + plusgiro("1")],
    ),
    (
        "SE-R-011",
        [SWEDES + paid("50"), SWEDES + paid("56")],
        [SWEDES + paid("30"), seller("DK") + paid("50")],
    ),
    (
        "SE-R-012",
        [SWEDES + paid("31")],
        [SWEDES + paid("30"), seller("SE") + buyer("DK") + paid("31")],
    ),
    (
        "SE-R-013",
        [
            seller("SE", legal("5567321708")),
            seller("SE", legal("556732-1707")),
            seller("SE", legal("55673")),
        ],
        [
            seller("SE", legal("5567321707")),
            seller("SE", legal(" 5567321707 ")),
            seller("DK", legal("1")),
        ],
    ),
)
NORWEGIAN: tuple[Case, ...] = (
    (
        "NO-R-001",
        [
            seller("NO", tax_number("NO974760673")),
            seller("SE", tax_number("NO974760674MVA")),
            seller("NO", tax_number("NO97476067MVA")),
        ],
        [seller("NO", tax_number("NO974760673MVA")), seller("NO"), seller("SE", tax_number("SE1"))],
    ),
    (
        "NO-R-002",
        [seller("NO"), seller("NO", tax_number("NO974760673MVA")), seller("no")],
        [
            seller("NO", tax_number("Foretaksregisteret", "TAX")),
            seller("SE"),
            seller("NO", tax_number("SE556732170701")),
        ],
    ),
)
ICELANDIC: tuple[Case, ...] = (
    (
        "IS-R-001",
        [seller("IS") + "<InvoiceTypeCode>393</InvoiceTypeCode>", seller("IS")],
        [
            seller("IS") + "<InvoiceTypeCode>380</InvoiceTypeCode>",
            credit_note(seller("IS") + "<CreditNoteTypeCode>381</CreditNoteTypeCode>"),
            seller("DK"),
        ],
    ),
    (
        "IS-R-002",
        [seller("IS"), seller("IS", legal("1", "0184"))],
        [seller("IS", legal("1", "0196")), seller("DK")],
    ),
    (
        "IS-R-003",
        [seller("IS"), seller("IS", address("StreetName"))],
        [seller("IS", address("StreetName", "PostalZone")), seller("DK")],
    ),
    (
        "IS-R-004",
        [ICELANDERS, seller("IS") + buyer("IS", legal("1", "0184"))],
        [seller("IS") + buyer("IS", legal("1", "0196")), seller("IS") + buyer("DK")],
    ),
    (
        "IS-R-005",
        [ICELANDERS, seller("IS") + buyer("IS", address("PostalZone"))],
        [
            seller("IS") + buyer("IS", address("StreetName", "PostalZone")),
            seller("DK") + buyer("IS"),
        ],
    ),
    (
        "IS-R-006",
        [seller("IS") + paid("9"), seller("IS") + paid("9", "12345")],
        [
            seller("IS") + paid("9", "123456789012"),
            seller("IS") + paid("42"),
            seller("DK") + paid("9"),
        ],
    ),
    (
        "IS-R-007",
        [seller("IS") + paid("42"), seller("IS") + paid("42", "12345")],
        [
            seller("IS") + paid("42", "123456789012"),
            seller("IS") + paid("9"),
            seller("DK") + paid("42"),
        ],
    ),
    (
        "IS-R-008",
        [seller("IS") + final_date("24.12.2025"), seller("IS") + final_date("2025-02-30")],
        [seller("IS") + final_date("2025-12-24"), seller("IS"), seller("DK") + final_date("x")],
    ),
    (
        "IS-R-009",
        [seller("IS") + final_date("2025-12-24")],
        [
            seller("IS") + final_date("2025-12-24", "2025-12-20"),
            seller("IS"),
            seller("DK") + final_date("x"),
        ],
    ),
    (
        "IS-R-010",
        [
            seller("IS") + final_date("2025-12-19", "2025-12-20"),
            seller("IS") + final_date("2025-12-24"),
        ],
        [
            seller("IS") + final_date("2025-12-20", "2025-12-20"),
            seller("IS"),
            seller("DK") + final_date("x"),
        ],
    ),
)
CASES = (*SWEDISH, *NORWEGIAN, *ICELANDIC)


test_a_nordic_rule_fires, test_a_nordic_rule_is_silent = checks_of(CASES, "peppol-bis-3")
