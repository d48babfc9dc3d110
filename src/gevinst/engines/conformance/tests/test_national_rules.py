"""The Dutch, Italian and Greek rules of Peppol BIS 3."""

from __future__ import annotations

from gevinst.engines.conformance.tests.fragments import Case, buyer, credit_note, seller, tax_number
from gevinst.engines.conformance.tests.tables import checks_of

DUTCH = seller("NL") + buyer("NL")
FULL = ("StreetName", "CityName", "PostalZone")
TIN = "094014201"
GREEK = seller("GR", tax_number(f"EL{TIN}"))
ISSUED = "<IssueDate>2025-06-01</IssueDate>"
ANSWERS = {"ID": f"{TIN}|01/06/2025|1|1.1|A|7"}


def address(*elements: str) -> str:
    inside = "".join(f"<{name}>a</{name}>" for name in elements)
    return f"<PostalAddress>{inside}</PostalAddress>"


def legal(scheme: str) -> str:
    return f'<PartyLegalEntity><CompanyID schemeID="{scheme}">1</CompanyID></PartyLegalEntity>'


def agent(inside: str, country: str = "NL") -> str:
    place = f"<Country><IdentificationCode>{country}</IdentificationCode></Country>"
    return f"<TaxRepresentativeParty><PostalAddress>{inside}{place}</PostalAddress></TaxRepresentativeParty>"


def payable(amount: str) -> str:
    return f"<LegalMonetaryTotal><PayableAmount>{amount}</PayableAmount></LegalMonetaryTotal>"


def paid(code: str) -> str:
    return f"<PaymentMeans><PaymentMeansCode>{code}</PaymentMeansCode></PaymentMeans>"


def number(text: str, party: str = GREEK) -> str:
    return f"<ID>{text}</ID>{ISSUED}{party}"


def document(description: str, number: str = "1", uri: str = "") -> str:
    link = f"<Attachment><ExternalReference><URI>{uri}</URI></ExternalReference></Attachment>"
    return (
        f"<AdditionalDocumentReference><ID>{number}</ID><DocumentDescription>{description}"
        f"</DocumentDescription>{link if uri else ''}</AdditionalDocumentReference>"
    )


def endpoint(text: str, scheme: str = "9933") -> str:
    return f'<EndpointID schemeID="{scheme}">{text}</EndpointID>'


def name(text: str) -> str:
    return f"<PartyName><Name>{text}</Name></PartyName>"


REPRESENTED = f"<TaxRepresentativeParty>{tax_number(f'EL{TIN}')}</TaxRepresentativeParty>" + seller(
    "FR"
)
MARK, LINK = "##M.AR.K##", "##INVOICE|URL##"
EARLIER = (
    "<BillingReference><InvoiceDocumentReference><ID>1</ID></InvoiceDocumentReference>"
    "</BillingReference>"
)
CREDIT = "<CreditNoteTypeCode>381</CreditNoteTypeCode>"
ORDERED = "<InvoiceLine><OrderLineReference><LineID>1</LineID></OrderLineReference></InvoiceLine>"

IN_HOLLAND: tuple[Case, ...] = (
    (
        "NL-R-001",
        [credit_note(CREDIT + seller("NL"))],
        [
            credit_note(CREDIT + EARLIER + seller("NL")),
            credit_note(CREDIT + seller("DK")),
            seller("NL"),
        ],
    ),
    (
        "NL-R-002",
        [seller("NL"), seller("nl", address("StreetName", "CityName"))],
        [seller("NL", address(*FULL)), seller("DK"), buyer("NL")],
    ),
    (
        "NL-R-003",
        [seller("NL", legal("0184"))],
        [
            seller("NL", legal("0106")),
            seller("NL", legal("0190")),
            seller("NL"),
            seller("DK", legal("0184")),
        ],
    ),
    (
        "NL-R-004",
        [DUTCH, seller("NL") + buyer("NL", address("CityName", "PostalZone"))],
        [
            seller("NL") + buyer("NL", address(*FULL)),
            seller("NL") + buyer("DK"),
            seller("DK") + buyer("NL"),
        ],
    ),
    (
        "NL-R-005",
        [seller("NL") + buyer("NL", legal("0088"))],
        [seller("NL") + buyer("NL", legal("0106")), seller("NL") + buyer("DK", legal("0088"))],
    ),
    (
        "NL-R-006",
        [seller("NL") + agent("<CityName>a</CityName>")],
        [
            seller("NL") + agent("".join(f"<{one}>a</{one}>" for one in FULL)),
            seller("NL") + agent("", "DK"),
            seller("DK") + agent(""),
        ],
    ),
    (
        "NL-R-007",
        [seller("NL") + payable("1"), credit_note(seller("NL") + payable("-1"))],
        [
            seller("NL") + payable("0"),
            seller("NL") + payable("1") + paid("30"),
            credit_note(seller("NL") + payable("1")),
            seller("DK") + payable("1"),
        ],
    ),
    (
        "NL-R-008",
        [DUTCH + paid("42"), DUTCH + paid("3")],
        [DUTCH + paid(code) for code in ("30", "48", "49", "57", " 58 ", "59")]
        + [seller("NL") + buyer("DK") + paid("42")],
    ),
    (
        "NL-R-009",
        [seller("NL") + ORDERED],
        [
            seller("NL") + ORDERED + "<OrderReference><ID>1</ID></OrderReference>",
            seller("DK") + ORDERED,
        ],
    ),
)
IN_ITALY: tuple[Case, ...] = (
    (
        "IT-R-001",
        [
            seller("IT", tax_number("1234567890", "TAX")),
            seller("IT", tax_number("rssmra85t10a562s", "TAX")),
        ],
        [
            seller("IT", tax_number("12345678901", "TAX")),
            seller("IT", tax_number("1")),
            seller("DK", tax_number("1", "TAX")),
        ],
    ),
    *[
        (
            rule,
            [seller("IT"), seller("FR", tax_number("IT00743110157"))],
            [seller("IT", address(element)), seller("DK"), seller("IT", tax_number("FR1"))],
        )
        for rule, element in (
            ("IT-R-002", "StreetName"),
            ("IT-R-003", "CityName"),
            ("IT-R-004", "PostalZone"),
        )
    ],
)
IN_GREECE: tuple[Case, ...] = (
    (
        "GR-R-001-1",
        [number("1"), number(f"{TIN}|01/06/2025|1|1.1|A"), number("a|b|c|d|e|f|g")],
        [number(ANSWERS["ID"]), number("1", seller("DK"))],
    ),
    (
        "GR-R-001-2",
        [number("094014202|x"), number("099999999|x"), number("x"), number("000000000|x")],
        [number(ANSWERS["ID"]), number(ANSWERS["ID"], REPRESENTED)],
    ),
    (
        "GR-R-001-3",
        [number("x|2025-06-01"), number("x|02/06/2025"), number("x|1/6/2025"), number("x")],
        [number(ANSWERS["ID"])],
    ),
    (
        "GR-R-001-4",
        [number("x|x|a"), number("x|x|-1"), number("x|x||"), number("x")],
        [number(ANSWERS["ID"]), number("x|x|0")],
    ),
    (
        "GR-R-001-5",
        [number("x|x|x|9.9"), number("x|x|x||"), number("x")],
        [number(f"x|x|x|{kind}") for kind in ("1.1", "1.6", "2.1", "2.4", "5.1", "5.2")],
    ),
    (
        "GR-R-001-6",
        [number("x|x|x|x||x"), number("x")],
        [number(ANSWERS["ID"]), number("x|x|x|x|0")],
    ),
    ("GR-R-001-7", [number("x|x|x|x|x|"), number("x")], [number(ANSWERS["ID"])]),
    (
        "GR-R-002",
        [GREEK, seller("EL", name(" ").replace(" ", ""))],
        [seller("GR", name("a")), seller("DK")],
    ),
    (
        "GR-S-011",
        [
            seller("GR"),
            seller("GR", tax_number("EL094014202")),
            seller("DK", tax_number(f"GR{TIN}")),
            seller("GR", tax_number(f"EL{TIN}") * 2),
        ],
        [GREEK, seller("DK")],
    ),
    (
        "GR-R-003",
        [seller("GR", tax_number("EL094014202")), seller("GR", tax_number(f"GR{TIN}"))],
        [GREEK, seller("GR")],
    ),
    (
        "GR-R-004-1",
        [GREEK, GREEK + document(MARK) * 2],
        [GREEK + document(MARK), seller("DK"), seller("DK", tax_number(f"EL{TIN}"))],
    ),
    (
        "GR-R-004-2",
        [GREEK + document(MARK, "0123"), GREEK + document(MARK, "A1")],
        [
            GREEK + document(MARK, "400001"),
            GREEK + document("x", "A1"),
            seller("DK") + document(MARK, "A1"),
        ],
    ),
    ("GR-S-008-1", [GREEK, GREEK + document(LINK) * 2], [GREEK + document(LINK), seller("DK")]),
    ("GR-R-008-2", [GREEK + document(LINK) * 2], [GREEK, GREEK + document(LINK)]),
    (
        "GR-R-008-3",
        [GREEK + document(LINK), GREEK + document(LINK, "1", " ")],
        [GREEK + document(LINK, "1", "https://example.gr"), seller("DK") + document(LINK)],
    ),
    (
        "GR-R-005",
        [GREEK + buyer("DK")],
        [GREEK + buyer("DK", name("a")), seller("DK") + buyer("GR")],
    ),
    (
        "GR-R-006",
        [GREEK + buyer("GR"), GREEK + buyer("GR", tax_number("EL094014202"))],
        [
            GREEK + buyer("GR", tax_number(f"EL{TIN}")),
            GREEK + buyer("DK"),
            seller("DK") + buyer("GR"),
        ],
    ),
    (
        "GR-R-009",
        [seller("GR", endpoint(TIN, "0088")), seller("GR", endpoint("094014202"))],
        [
            seller("GR", endpoint(TIN)),
            seller("GR"),
            REPRESENTED.replace("<Party>", "<Party>" + endpoint("1")),
        ],
    ),
    (
        "GR-R-010",
        [GREEK + buyer("GR", endpoint(TIN, "0088")), GREEK + buyer("EL", endpoint("1"))],
        [GREEK + buyer("GR", endpoint(TIN)), GREEK + buyer("DK", endpoint("1"))],
    ),
)
CASES = (*IN_HOLLAND, *IN_ITALY, *IN_GREECE)


test_a_national_rule_fires, test_a_national_rule_is_silent = checks_of(CASES, "peppol-bis-3")
