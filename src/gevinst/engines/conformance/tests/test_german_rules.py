"""The German rules of Peppol BIS 3: trade between a seller and a buyer in Germany."""

from __future__ import annotations

from gevinst.engines.conformance.tests.fragments import Case, buyer, credit_note, seller, tax_number
from gevinst.engines.conformance.tests.german_parts import (
    EXPORT,
    GERMANS,
    filled,
    from_seller,
    linked,
    paid,
)
from gevinst.engines.conformance.tests.tables import checks_of


def to_buyer(inside: str) -> str:
    return seller("DE") + buyer("DE", inside)


def delivered(inside: str) -> str:
    return f"<Delivery><DeliveryLocation><Address>{inside}</Address></DeliveryLocation></Delivery>"


def kind(code: str) -> str:
    return f"<InvoiceTypeCode>{code}</InvoiceTypeCode>"


def line_of(category: str) -> str:
    tax = filled("ClassifiedTaxCategory", "ID", category).replace(
        "</Cl", "<Percent>1</Percent></Cl"
    )
    return f"<InvoiceLine><Item>{tax}</Item></InvoiceLine>"


RATED = "<TaxTotal><TaxSubtotal><TaxCategory>{}</TaxCategory></TaxSubtotal></TaxTotal>"
EARLIER = (
    "<BillingReference><InvoiceDocumentReference><ID>1</ID></InvoiceDocumentReference>"
    "</BillingReference>"
)
CHARGED = (
    "<AllowanceCharge><ChargeIndicator>true</ChargeIndicator><TaxCategory><ID>S</ID>"
    "<TaxScheme><ID>VAT</ID></TaxScheme></TaxCategory></AllowanceCharge>"
)
AGENT = filled("TaxRepresentativeParty", "Note")


def contact(element: str, text: str = "a") -> str:
    return from_seller(filled("Contact", element, text))


CASES: tuple[Case, ...] = (
    ("DE-R-001", [GERMANS, credit_note(GERMANS)], [GERMANS + paid("30"), EXPORT]),
    ("DE-R-002", [GERMANS], [contact("Name"), EXPORT]),
    *[
        (
            rule,
            [
                GERMANS.replace("<Country>", f"<{element}> </{element}><Country>"),
                party(filled("PostalAddress", "Line")),
            ],
            [party(filled("PostalAddress", element)), EXPORT],
        )
        for rule, element, party in (
            ("DE-R-003", "CityName", from_seller),
            ("DE-R-004", "PostalZone", from_seller),
            ("DE-R-008", "CityName", to_buyer),
            ("DE-R-009", "PostalZone", to_buyer),
        )
    ],
    *[
        (rule, [contact("Note"), contact(element, " ")], [contact(element), GERMANS, EXPORT])
        for rule, element in (
            ("DE-R-005", "Name"),
            ("DE-R-006", "Telephone"),
            ("DE-R-007", "ElectronicMail"),
        )
    ],
    *[
        (
            rule,
            [GERMANS + delivered("<Line>a</Line>")],
            [
                GERMANS + delivered(f"<{element}>a</{element}>"),
                GERMANS,
                EXPORT + delivered("<Line>a</Line>"),
            ],
        )
        for rule, element in (("DE-R-010", "CityName"), ("DE-R-011", "PostalZone"))
    ],
    (
        "DE-R-014",
        [GERMANS + RATED.format("<ID>S</ID>"), GERMANS + RATED.format("<Percent> </Percent>")],
        [
            GERMANS + RATED.format("<Percent>19</Percent>"),
            GERMANS,
            EXPORT + RATED.format("<ID>S</ID>"),
        ],
    ),
    (
        "DE-R-015",
        [GERMANS, GERMANS + "<BuyerReference> </BuyerReference>"],
        [GERMANS + "<BuyerReference>04011000-12345-34</BuyerReference>", EXPORT],
    ),
    (
        "DE-R-016",
        [GERMANS + line_of("S"), GERMANS + CHARGED, GERMANS + CHARGED.replace("true", "false")],
        [
            GERMANS + line_of("O"),
            from_seller(tax_number("DE1")) + line_of("S"),
            GERMANS + AGENT + line_of("S"),
            from_seller(tax_number("1", "FC")) + CHARGED,
            EXPORT + line_of("S"),
            GERMANS,
        ],
    ),
    (
        "DE-R-017",
        [GERMANS + kind("393"), GERMANS],
        [
            GERMANS + kind("380"),
            GERMANS + kind(" 877 "),
            EXPORT,
            credit_note(GERMANS + "<CreditNoteTypeCode>381</CreditNoteTypeCode>"),
        ],
    ),
    (
        "DE-R-026",
        [GERMANS + kind("384")],
        [GERMANS + kind("384") + EARLIER, GERMANS + kind("380"), EXPORT + kind("384")],
    ),
    (
        "DE-R-027",
        [contact("Telephone", "12"), contact("Name")],
        [contact("Telephone", "+49 (0)1"), GERMANS],
    ),
    (
        "DE-R-028",
        [
            contact("ElectronicMail", text)
            for text in ("a", "a@b", "@b.de", "a@.de", "a@b.de.", "a b@c.de", "a@@b.de")
        ]
        + [contact("Name")],
        [contact("ElectronicMail", "a.b@c.example.de"), GERMANS],
    ),
    (
        "DE-R-T02",
        [GERMANS + linked("www.example.de"), GERMANS + linked("1:x")],
        [GERMANS + linked("https://example.de"), GERMANS + linked("urn:x"), EXPORT + linked("x")],
    ),
)


test_a_german_rule_fires, test_a_german_rule_is_silent = checks_of(CASES, "peppol-bis-3")
