"""VAT as each profile writes it: categories and totals."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from gevinst.engines.einvoice.dialect import Dialect
from gevinst.engines.einvoice.markup import group, leaf


def category(dialect: Dialect, name: str, rate: Decimal, *, reason: bool = False) -> str:
    """A tax category under the element `name`; the breakdown of an exempt rate gives its reason (BR-E-10)."""
    return group(
        name,
        leaf("ID", dialect.taxed if rate else dialect.exempt, **dialect.category_attributes),
        leaf("Percent", rate),
        leaf("TaxExemptionReason", dialect.exemption if reason and not rate else ""),
        scheme(dialect),
    )


def scheme(dialect: Dialect) -> str:
    """VAT, as the profile calls it."""
    return group(
        "TaxScheme",
        leaf("ID", dialect.vat, **dialect.vat_attributes),
        leaf("Name", dialect.vat_name),
    )


def tax_total(
    dialect: Dialect,
    currency: str,
    tax: Decimal,
    by_rate: Mapping[Decimal, tuple[Decimal, Decimal]],
    *,
    reasons: bool,
) -> str:
    """The total and the breakdown by rate of a document or a line."""
    return group(
        "TaxTotal",
        leaf("TaxAmount", tax, currencyID=currency),
        *(
            group(
                "TaxSubtotal",
                leaf("TaxableAmount", taxable, currencyID=currency),
                leaf("TaxAmount", part, currencyID=currency),
                category(dialect, "TaxCategory", rate, reason=reasons),
            )
            for rate, (taxable, part) in by_rate.items()
        ),
    )
