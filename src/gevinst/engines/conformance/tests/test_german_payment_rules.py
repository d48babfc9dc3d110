"""The German rules of Peppol BIS 3 about payment, cash discounts and attached files."""

from __future__ import annotations

from gevinst.engines.conformance.tests.fragments import Case
from gevinst.engines.conformance.tests.german_parts import (
    EXPORT,
    GERMANS,
    filled,
    from_seller,
    linked,
    paid,
)
from gevinst.engines.conformance.tests.tables import checks_of

IBAN = "DE89 3704 0044 0532 0130 00"
PAYER = "<PayerFinancialAccount><ID>{}</ID></PayerFinancialAccount>"


def account(text: str) -> str:
    return filled("PayeeFinancialAccount", "ID", text)


def mandate(inside: str = "<ID>1</ID>") -> str:
    return f"<PaymentMandate>{inside}</PaymentMandate>"


def attached(*names: str) -> str:
    return "".join(
        "<AdditionalDocumentReference><ID>1</ID><Attachment>"
        f'<EmbeddedDocumentBinaryObject filename="{name}">AA==</EmbeddedDocumentBinaryObject>'
        "</Attachment></AdditionalDocumentReference>"
        for name in names
    )


def terms(note: str) -> str:
    return GERMANS + filled("PaymentTerms", "Note", note)


def creditor(scheme: str) -> str:
    return f'<PartyIdentification><ID schemeID="{scheme}">1</ID></PartyIdentification>'


CARD = filled("CardAccount", "PrimaryAccountNumberID", "1")

CASES: tuple[Case, ...] = (
    (
        "DE-R-018",
        [
            terms("#SKONTO#TAGE=7#PROZENT=2.00#"),
            terms("#SKONTO#TAGE=7#PROZENT=2#\n"),
            terms("#skonto#TAGE=7#PROZENT=2.00#\n"),
            terms("#SKONTO#TAGE=7#PROZENT=2.00# x\n"),
            terms("#VERZUG#TAGE=7#PROZENT=2.00#\n"),
            terms("#SKONTO#TAGE=7#PROZENT=2.00#\n#SKONTO#TAGE=14#PROZENT=1.00#"),
            terms("#SKONTO#TAGE=7#PROZENT=2.00#BASISBETRAG=1#\n"),
        ],
        [
            terms("#SKONTO#TAGE=7#PROZENT=2.00#\n"),
            terms("30 Tage netto"),
            GERMANS,
            EXPORT + filled("PaymentTerms", "Note", "#x"),
            terms(
                "#SKONTO#TAGE=7#PROZENT=2.00#\n#SKONTO#TAGE=14#PROZENT=1.00#BASISBETRAG=100.00#\n"
            ),
            terms("Netto\n#SKONTO#TAGE=7#PROZENT=2.00#\n Danke"),
        ],
    ),
    (
        "DE-R-019",
        [
            GERMANS + paid("58", account("DE00370400440532013000")),
            GERMANS + paid("58", account("1234")),
            GERMANS + paid("58"),
        ],
        [
            GERMANS + paid("58", account(IBAN)),
            GERMANS + paid("30", account("1234")),
            EXPORT + paid("58"),
        ],
    ),
    (
        "DE-R-020",
        [GERMANS + paid("59", mandate(PAYER.format("1"))), GERMANS + paid("59")],
        [
            GERMANS + paid("59", mandate(PAYER.format(IBAN))),
            GERMANS + paid("58"),
            EXPORT + paid("59"),
        ],
    ),
    (
        "DE-R-022",
        [GERMANS + attached("a.pdf", "b.pdf", "a.pdf")],
        [
            GERMANS + attached("a.pdf", "b.pdf"),
            EXPORT + attached("a.pdf", "a.pdf"),
            GERMANS + linked("x") * 2,
        ],
    ),
    (
        "DE-R-023-1",
        [GERMANS + paid("30"), GERMANS + paid(" 58 ", CARD)],
        [GERMANS + paid("30", account("1")), GERMANS + paid("48"), EXPORT + paid("30")],
    ),
    (
        "DE-R-023-2",
        [GERMANS + paid("30", CARD), GERMANS + paid("58", mandate())],
        [GERMANS + paid("30", account("1")), GERMANS + paid("48", CARD), EXPORT + paid("30", CARD)],
    ),
    (
        "DE-R-024-1",
        [GERMANS + paid(code) for code in ("48", "54", "55")],
        [GERMANS + paid("48", CARD), GERMANS + paid("30")],
    ),
    (
        "DE-R-024-2",
        [GERMANS + paid("48", account("1")), GERMANS + paid("54", mandate())],
        [GERMANS + paid("48", CARD), GERMANS + paid("30", account("1"))],
    ),
    (
        "DE-R-025-1",
        [GERMANS + paid("59")],
        [GERMANS + paid("59", mandate()), GERMANS + paid("49"), EXPORT + paid("59")],
    ),
    (
        "DE-R-025-2",
        [GERMANS + paid("59", account("1")), GERMANS + paid("59", CARD)],
        [GERMANS + paid("59", mandate()), GERMANS + paid("30", account("1"))],
    ),
    (
        "DE-R-030",
        [GERMANS + paid("59", mandate()), from_seller(creditor("0088")) + paid("59", mandate())],
        [
            from_seller(creditor("SEPA")) + paid("59", mandate()),
            GERMANS + paid("30"),
            EXPORT + paid("59", mandate()),
            GERMANS + f"<PayeeParty>{creditor('SEPA')}</PayeeParty>" + paid("59", mandate()),
        ],
    ),
    (
        "DE-R-031",
        [GERMANS + paid("59", mandate())],
        [
            GERMANS + paid("59", mandate(PAYER.format("1"))),
            GERMANS + paid("59"),
            EXPORT + paid("59", mandate()),
        ],
    ),
)


test_a_german_payment_rule_fires, test_a_german_payment_rule_is_silent = checks_of(
    CASES, "peppol-bis-3"
)
