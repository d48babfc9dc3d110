"""EN 16931: sums, conditions between fields and VAT, where no official case breaks it."""

from __future__ import annotations

from gevinst.engines.conformance.tests.fragments import Case, credit_note, tax_number
from gevinst.engines.conformance.tests.norm_parts import (
    REASON,
    SELLER,
    amounts,
    category,
    entry,
    line,
    moved,
    taxed,
    totals,
)
from gevinst.engines.conformance.tests.tables import checks_of


def sold(code: str, inside: str = "") -> str:
    """A line of this VAT category."""
    return line(
        f"<Item><ClassifiedTaxCategory>{category(code, inside)}</ClassifiedTaxCategory></Item>"
    )


def priced(*prices: str) -> str:
    """A line with these net prices."""
    inside = "".join(f"<PriceAmount>{price}</PriceAmount>" for price in prices)
    return line(f"<Price>{inside}</Price>")


def grossed(*prices: str) -> str:
    """A line with these gross prices."""
    inside = "".join(f"<BaseAmount>{price}</BaseAmount>" for price in prices)
    return line(f"<Price><AllowanceCharge>{inside}</AllowanceCharge></Price>")


PERCENT = "<Percent>25</Percent>"


EXEMPT = "<TaxExemptionReason>r</TaxExemptionReason>"


ITALY = "<Country><IdentificationCode>{}</IdentificationCode></Country>"


CASES: list[Case] = [
    (
        "BR-CO-03",
        [
            "<TaxPointDate>2026-01-01</TaxPointDate><InvoicePeriod><DescriptionCode>3</DescriptionCode></InvoicePeriod>"
        ],
        [
            "<TaxPointDate>2026-01-01</TaxPointDate>",
            "<InvoicePeriod><DescriptionCode>3</DescriptionCode></InvoicePeriod>",
        ],
    ),
    (
        "BR-CO-09",
        [SELLER.format(tax_number(number)) for number in ("ZZ12345678", "dk12345678", "9", "1 23")],
        [
            SELLER.format(tax_number("DK12345678")),
            SELLER.format(tax_number("EL123")),
            SELLER.format(tax_number("D")),
            SELLER.format(tax_number(" DK12345678")),
            SELLER.format(tax_number("12", "GST")),
        ],
    ),
    (
        "BR-CO-13",
        [
            totals(
                "<LineExtensionAmount>10</LineExtensionAmount><TaxExclusiveAmount>10.001</TaxExclusiveAmount>"
            ),
            totals(
                "<LineExtensionAmount>10</LineExtensionAmount><TaxExclusiveAmount>10</TaxExclusiveAmount><ChargeTotalAmount>1</ChargeTotalAmount>"
            ),
        ],
        [
            totals(
                "<LineExtensionAmount>10</LineExtensionAmount><TaxExclusiveAmount>9.50</TaxExclusiveAmount><AllowanceTotalAmount>0.5</AllowanceTotalAmount>"
            )
        ],
    ),
    (
        "BR-CO-16",
        [
            totals("<TaxInclusiveAmount>10</TaxInclusiveAmount>"),
            totals(
                "<TaxInclusiveAmount>10</TaxInclusiveAmount><PrepaidAmount>4</PrepaidAmount><PayableAmount>10</PayableAmount>"
            ),
        ],
        [
            totals(
                "<TaxInclusiveAmount>10.2</TaxInclusiveAmount><PrepaidAmount>4</PrepaidAmount><PayableRoundingAmount>-0.2</PayableRoundingAmount><PayableAmount>6</PayableAmount>"
            )
        ],
    ),
    (
        "BR-CO-19",
        ["<InvoicePeriod><Description>x</Description></InvoicePeriod>"],
        [
            "<InvoicePeriod><DescriptionCode>3</DescriptionCode></InvoicePeriod>",
            line("<InvoicePeriod><Description>x</Description></InvoicePeriod>"),
        ],
    ),
    (
        "BR-CO-20",
        [line("<InvoicePeriod><DescriptionCode>3</DescriptionCode></InvoicePeriod>")],
        [line("<InvoicePeriod><EndDate>2026-01-01</EndDate></InvoicePeriod>")],
    ),
    *(
        (
            rule,
            [place.format(moved(charge, "<Amount>1</Amount>"))],
            [place.format(moved(charge, REASON))],
        )
        for rule, charge, place in [
            ("BR-CO-21", "false", "{}"),
            ("BR-CO-22", "true", "{}"),
            ("BR-CO-23", "false", line("{}")),
            ("BR-CO-24", "true", line("{}")),
        ]
    ),
    (
        "BR-CO-25",
        [totals("<PayableAmount>1</PayableAmount>")],
        [
            totals("<PayableAmount>0</PayableAmount>"),
            totals("<PayableAmount>1</PayableAmount>") + "<DueDate>2026-01-01</DueDate>",
            credit_note(totals("<PayableAmount>1</PayableAmount>")),
        ],
    ),
    ("BR-O-05", [sold("O", PERCENT)], [sold("O"), sold("S", PERCENT)]),
    (
        "BR-O-06",
        [moved("false", taxed("O", PERCENT))],
        [moved("false", taxed("O")), moved("true", taxed("O", PERCENT))],
    ),
    # More rates than one are wrong by another rule: here one that fits is enough.
    ("BR-S-05", [sold("S", "<Percent>0</Percent>"), sold("S")], [sold("S", PERCENT + PERCENT)]),
    ("BR-AF-06", [moved("false", taxed("L"))], [moved("false", taxed("L", PERCENT + PERCENT))]),
    ("BR-27", [priced("-1")], [priced("-1", "2"), priced("0")]),
    ("BR-28", [grossed("-1")], [grossed("-1", "2"), grossed("0"), priced("1")]),
    ("BR-O-07", [moved("true", taxed("O", PERCENT))], [moved("true", taxed("O"))]),
    (
        "BR-O-11",
        [entry("O") + entry("S"), entry("O") + entry("S").replace("<ID>S</ID>", "")],
        [entry("O"), entry("S") + entry("E")],
    ),
    *(
        (f"BR-{family}-10", [entry(code)], [entry(code, EXEMPT)])
        for family, code in [("E", "E"), ("AE", "AE"), ("IC", "K"), ("G", "G"), ("O", "O")]
    ),
    *(
        (
            f"BR-{family}-09",
            [
                entry(code, PERCENT, amounts("100", "26")),
                entry(code, PERCENT, amounts("-100", "24")),
            ],
            [
                entry(code, PERCENT, amounts("100", "25.99")),
                entry(code, PERCENT, amounts("-100", "-25")),
            ],
        )
        for family, code in [("S", "S"), ("AF", "L"), ("AG", "M")]
    ),
    (
        "BR-B-01",
        [sold("B") + SELLER.format(f"<PostalAddress>{ITALY.format('DK')}</PostalAddress>")],
        [
            sold("B") + SELLER.format(f"<PostalAddress>{ITALY.format('IT')}</PostalAddress>"),
            sold("S"),
        ],
    ),
    (
        "BR-B-02",
        [sold("B") + sold("S"), sold("B") + entry("S")],
        [sold("B"), sold("S"), sold("B") + entry("S").replace("TaxTotal", "WithholdingTaxTotal")],
    ),
]


test_the_rule_fires, test_the_rule_stays_silent = checks_of(CASES, "en16931")
