"""The Danish rules of Peppol BIS 3: who is Danish by address, which payments, which numbers."""

from __future__ import annotations

from gevinst.engines.conformance.tests.fragments import Case, buyer, credit_note, seller, tax_number
from gevinst.engines.conformance.tests.tables import checks_of

DANES = seller("DK") + buyer("DK")
EXPORT = seller("DK") + buyer("SE")


def legal(number: str, scheme: str = "0184") -> str:
    marked = f' schemeID="{scheme}"' if scheme else ""
    return f"<PartyLegalEntity><CompanyID{marked}>{number}</CompanyID></PartyLegalEntity>"


def known_as(scheme: str) -> str:
    return f"<PartyIdentification><ID{scheme}>1</ID></PartyIdentification>"


def paid(code: str, payment_id: str = "", account: str = "", branch: str = "") -> str:
    office = f"<FinancialInstitutionBranch><ID>{branch}</ID></FinancialInstitutionBranch>"
    return (
        f"<PaymentMeans><PaymentMeansCode>{code}</PaymentMeansCode>"
        + (f"<PaymentID>{payment_id}</PaymentID>" if payment_id else "")
        + (f"<PayeeFinancialAccount><ID>{account}</ID>{office if branch else ''}"
           "</PayeeFinancialAccount>" if account else "")
        + "</PaymentMeans>"
    )  # fmt: skip


def mandate(inside: str) -> str:
    return (
        "<PaymentMeans><PaymentMeansCode>49</PaymentMeansCode>"
        f"<PaymentMandate>{inside}</PaymentMandate></PaymentMeans>"
    )


def payable(amount: str) -> str:
    return f"<LegalMonetaryTotal><PayableAmount>{amount}</PayableAmount></LegalMonetaryTotal>"


def classified(version: str, list_id: str = "TST", line: str = "InvoiceLine") -> str:
    return (
        f"<{line}><Item><CommodityClassification>"
        f'<ItemClassificationCode listID="{list_id}" listVersionID="{version}">1</ItemClassificationCode>'
        f"</CommodityClassification></Item></{line}>"
    )


def duty(reason: str, code: str = "ZZZ") -> str:
    return (
        f"<AllowanceCharge><AllowanceChargeReasonCode>{code}</AllowanceChargeReasonCode>"
        f"<AllowanceChargeReason>{reason}</AllowanceChargeReason></AllowanceCharge>"
    )


PAYER = "<PayerFinancialAccount><ID>1</ID></PayerFinancialAccount>"

CASES: tuple[Case, ...] = (
    (
        "DK-R-002",
        [seller("DK"), EXPORT, credit_note(seller("DK"))],
        [
            seller("DK", legal("10000009")),
            seller("SE"),
            buyer("DK"),
            seller("SE", tax_number("DK10000009")),
        ],
    ),
    (
        "DK-R-003",
        [DANES + classified("7.0401"), credit_note(DANES + classified("", line="CreditNoteLine"))],
        [DANES + classified(version) for version in ("19.05.01", "19.0501", "26.08.01", "26.0801")]
        + [
            DANES + classified("7.0401", "SRV"),
            EXPORT + classified("7.0401"),
            classified("7.0401"),
        ],
    ),
    (
        "DK-R-004",
        [
            DANES + duty("Tobak"),
            DANES + duty("#3"),
            DANES + duty("3#"),
            DANES + duty("12345"),
            DANES + duty("-123"),
            DANES + f"<InvoiceLine>{duty('Tobak')}</InvoiceLine>",
        ],
        [
            DANES + duty("3301"),
            DANES + duty(" 3301 "),
            DANES + duty("a#b"),
            DANES + duty("Tobak", "FC"),
            EXPORT + duty("Tobak"),
            duty("Tobak"),
        ],
    ),
    (
        "DK-R-005",
        [DANES + paid("30"), DANES + paid("3"), DANES + paid("")],
        [
            DANES + paid(code)
            for code in ["1", "10", "31", "42", "48", "49", "50", "58", "59", "93", "97"]
        ]
        + [EXPORT + paid("30"), credit_note(DANES + paid("30"))],
    ),
    (
        "DK-R-006",
        [
            DANES + paid("42"),
            DANES + paid("31", account="1"),
            DANES + paid("42", account=" ", branch="1"),
            DANES + paid("42", account="1", branch=" "),
        ],
        [DANES + paid("42", account="1", branch="1"), DANES + paid("97"), EXPORT + paid("42")],
    ),
    (
        "DK-R-007",
        [DANES + paid("49"), DANES + mandate("<ID>1</ID>"), DANES + mandate(PAYER)],
        [DANES + mandate(f"<ID>1</ID>{PAYER}"), DANES + paid("48"), EXPORT + paid("49")],
    ),
    (
        "DK-R-008",
        [
            DANES + paid("50", "01#1"),
            DANES + paid("50", "71#1", "1234567"),
            DANES + paid("50", "01#", "123456"),
            DANES + paid("50", "01#", "123456789"),
            DANES + paid("50", "01#", "1234567A"),
            DANES + paid("50", "", "1234567"),
        ],
        [
            DANES + paid("50", "01#", "1234567"),
            DANES + paid("50", "04#1", "12345678"),
            DANES + paid("93"),
            EXPORT + paid("50"),
        ],
    ),
    (
        "DK-R-009",
        [
            DANES + paid("50", "04#123456789012345", "1234567"),
            DANES + paid("50", "15#12345678901234567"),
        ],
        [
            DANES + paid("50", "04#1234567890123456"),
            DANES + paid("50", "01#"),
            DANES + paid("93", "04#1"),
        ],
    ),
    (
        "DK-R-010",
        [
            DANES + paid("93", "71#1"),
            DANES + paid("93", "01#1", "12345678"),
            DANES + paid("93", "71#1", "1234567"),
            DANES + paid("93", "73", "12345678"),
            DANES + paid("93", "", "12345678"),
        ],
        [DANES + paid("93", f"{card}#1", "12345678") for card in ("71", "73", "75")]
        + [EXPORT + paid("93")],
    ),
    (
        "DK-R-011",
        [DANES + paid("93", "71#12345678901234"), DANES + paid("93", "75#12345678901234567")],
        [
            DANES + paid("93", "71#123456789012345"),
            DANES + paid("93", "75#1234567890123456"),
            DANES + paid("93", "73#"),
            DANES + paid("50", "71#1"),
        ],
    ),
    (
        "DK-R-013",
        [
            seller("DK", known_as("")) + buyer("DK"),
            seller("DK") + buyer("DK", known_as(' schemeID=" "')),
            credit_note(seller("DK", known_as("")) + buyer("DK")),
        ],
        [
            seller("DK", known_as(' schemeID="0088"')) + buyer("DK"),
            seller("DK", known_as("")) + buyer("SE"),
            DANES,
        ],
    ),
    (
        "DK-R-014",
        [
            seller("DK", legal("10000009", "")),
            seller("DK", legal("1", "0088")),
            credit_note(seller("DK", legal("10000009", "0198"))),
        ],
        [seller("DK", legal("10000009")), seller("DK"), seller("SE", legal("1", "0007"))],
    ),
    (
        "DK-R-016",
        [credit_note(DANES + payable("-1"))],
        [
            credit_note(DANES + payable("0")),
            credit_note(EXPORT + payable("-1")),
            DANES + payable("-1"),
            credit_note(DANES),
        ],
    ),
    (
        "DK-R-017",
        [
            seller("DK") + buyer("DK", legal("5798009811578", "0088")),
            seller("DK") + buyer("DK", legal("1", "")),
        ],
        [
            seller("DK") + buyer("DK", legal("10000009")),
            DANES,
            seller("SE") + buyer("DK", legal("1", "")),
        ],
    ),
)


test_a_danish_rule_fires, test_a_danish_rule_is_silent = checks_of(CASES, "peppol-bis-3")
