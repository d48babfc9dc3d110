"""Peppol BIS 3: allowances, lines, periods and prices, with their tolerances."""

from __future__ import annotations

from gevinst.engines.conformance.tests.fragments import Case, credit_note
from gevinst.engines.conformance.tests.tables import checks_of


def elements(**values: str) -> str:
    """Elements in UBL's order of an allowance or charge, those that have a value."""
    return "".join(f"<{name}>{value}</{name}>" for name, value in values.items() if value)


def allowance(amount: str, percent: str = "", base: str = "", charge: str = "false") -> str:
    inside = elements(
        ChargeIndicator=charge, MultiplierFactorNumeric=percent, Amount=amount, BaseAmount=base
    )
    return f"<AllowanceCharge>{inside}</AllowanceCharge>"


def line(inside: str) -> str:
    return f"<InvoiceLine>{inside}</InvoiceLine>"


def credit_line(inside: str) -> str:
    return credit_note(f"<CreditNoteLine>{inside}</CreditNoteLine>")


def price(amount: str, base: str = "", inside: str = "") -> str:
    return f"<Price>{elements(PriceAmount=amount, BaseQuantity=base)}{inside}</Price>"


def billed(net: str, quantity: str, rest: str) -> str:
    return line(f"{elements(InvoicedQuantity=quantity, LineExtensionAmount=net)}{rest}")


def credited(net: str, quantity: str, rest: str) -> str:
    return credit_line(f"{elements(CreditedQuantity=quantity, LineExtensionAmount=net)}{rest}")


def reference(kind: str) -> str:
    return f"<DocumentReference><ID>1</ID>{elements(DocumentTypeCode=kind)}</DocumentReference>"


def period(start: str = "", end: str = "") -> str:
    return f"<InvoicePeriod>{elements(StartDate=start, EndDate=end)}</InvoicePeriod>"


def units(of_line: str, of_price: str) -> str:
    return line(
        f'<InvoicedQuantity unitCode="{of_line}">1</InvoicedQuantity>'
        f'<Price><BaseQuantity unitCode="{of_price}">1</BaseQuantity></Price>'
    )


JUNE = period("2025-06-01", "2025-06-30")
DISCOUNTED = f"<Price>{elements(PriceAmount='90')}{{}}</Price>"

CASES: tuple[Case, ...] = (
    (
        "PEPPOL-EN16931-R040",
        [
            allowance("10.03", "10", "100"),
            allowance("9.97", "10", "100"),
            line(allowance("", "10", "100")),
            credit_line(allowance("10.03", "10", "100")),
        ],
        [
            allowance("10.02", "10", "100"),
            allowance("9.98", "10", "100"),
            allowance("10"),
            line(allowance("0.02", "0.01", "100")),
            line(price("1", "", allowance("7", "10", "100"))),
            allowance("7", "10"),
            allowance("7", "", "100"),
        ],
    ),
    (
        "PEPPOL-EN16931-R041",
        [allowance("10", "10"), line(allowance("10", "10")), credit_line(allowance("1", "1"))],
        [allowance("10", "10", "100"), allowance("10"), line(price("1", "", allowance("7", "10")))],
    ),
    (
        "PEPPOL-EN16931-R042",
        [allowance("10", "", "100"), line(allowance("10", "", "100"))],
        [
            allowance("10", "10", "100"),
            allowance("10"),
            line(price("1", "", allowance("7", "", "8"))),
        ],
    ),
    (
        "PEPPOL-EN16931-R043",
        [
            allowance("1", charge="1"),
            line(allowance("1", charge="TRUE")),
            credit_line(allowance("1", charge="")),
        ],
        [
            allowance("1"),
            allowance("1", charge=" true "),
            line(price("1", "", allowance("1", charge="1"))),
            allowance("1", "5", charge="1"),
        ],
    ),
    (
        "PEPPOL-EN16931-R044",
        [
            line(price("1", "", allowance("1", charge="true"))),
            line(price("1", "", allowance("1", charge=""))),
        ],
        [line(price("1", "", allowance("1"))), allowance("1", charge="true")],
    ),
    (
        "PEPPOL-EN16931-R046",
        [
            line(DISCOUNTED.format(allowance("9.99", base="100"))),
            line(DISCOUNTED.format(allowance("", base="100"))),
        ],
        [
            line(DISCOUNTED.format(allowance("10.00", base="100"))),
            line(DISCOUNTED.format(allowance("20"))),
        ],
    ),
    (
        "PEPPOL-EN16931-R100",
        [line(reference("130") * 2), credit_line(reference("130") * 2)],
        [line(reference("130")), line("<ID>1</ID>"), reference("130") * 2],
    ),
    (
        "PEPPOL-EN16931-R101",
        [line(reference("50")), line(reference(""))],
        [line(reference("130")), line("<ID>1</ID>")],
    ),
    (
        "PEPPOL-EN16931-R110",
        [
            JUNE + line(period("2025-05-31")),
            credit_note(JUNE + f"<CreditNoteLine>{period('2024-07-01')}</CreditNoteLine>"),
        ],
        [
            JUNE + line(period("2025-06-01")),
            line(period("2025-05-31")),
            JUNE + line(period("", "2025-05-31")),
            JUNE + line(period("31/05/2025")),
        ],
    ),
    (
        "PEPPOL-EN16931-R111",
        [JUNE + line(period("", "2025-07-01"))],
        [JUNE + line(period("", "2025-06-30")), line(period("", "2025-07-01"))],
    ),
    (
        "PEPPOL-EN16931-R120",
        [
            billed("100.03", "1", price("100")),
            billed("99.97", "1", price("100")),
            billed("100", "2", price("100")),
            billed("100", "1", price("100", "10")),
            billed("100", "1", price("100") + allowance("5")),
            billed("", "1", price("100")),
            credited("99", "1", price("100")),
            billed("100", "1", price("100") + allowance("5", charge="true")),
        ],
        [
            billed("100.02", "1", price("100")),
            billed("99.98", "1", price("100")),
            billed("10", "1", price("100", "10")),
            billed("95", "1", price("100") + allowance("5")),
            billed("0", "1", ""),
            billed("100", "", price("100")),
            billed("105", "1", price("100") + allowance("5", charge=" true ")),
            billed("100", "1", price("100", "0")),
            credited("200", "2", price("100")),
            billed("33.33", "1", price("100", "3")),
            billed("99.99", "1", price("100") + allowance("0.005") * 2),
        ],
    ),
    (
        "PEPPOL-EN16931-R121",
        [line(price("1", "0")), line(price("1", "-1")), credit_line(price("1", "0.0"))],
        [line(price("1", "0.001")), line(price("1"))],
    ),
    (
        "PEPPOL-EN16931-R130",
        [
            units("EA", "KGM"),
            credit_line(
                '<CreditedQuantity unitCode="EA">1</CreditedQuantity>'
                '<Price><BaseQuantity unitCode="HUR">1</BaseQuantity></Price>'
            ),
        ],
        [
            units("EA", "EA"),
            line('<Price><BaseQuantity unitCode="EA">1</BaseQuantity></Price>'),
            line('<InvoicedQuantity unitCode="EA">1</InvoicedQuantity>' + price("1", "1")),
        ],
    ),
)


test_a_line_rule_fires, test_a_line_rule_is_silent = checks_of(CASES, "peppol-bis-3")
