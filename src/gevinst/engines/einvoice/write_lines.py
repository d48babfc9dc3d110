"""The lines as each profile writes them."""

from __future__ import annotations

from gevinst.engines.einvoice.dialect import Dialect
from gevinst.engines.einvoice.draft import Draft, DraftLine
from gevinst.engines.einvoice.markup import group, leaf
from gevinst.engines.einvoice.profiles import OIOUBL2, PEPPOL
from gevinst.engines.einvoice.write_tax import category, tax_total


def lines(draft: Draft, dialect: Dialect) -> str:
    """All lines, in order."""
    return "".join(_line(draft, dialect, line) for line in draft.lines)


def _line(draft: Draft, dialect: Dialect, line: DraftLine) -> str:
    invoice = draft.kind == "invoice"
    taxed = {line.tax_percent: (line.net, line.tax)}
    return group(
        "InvoiceLine" if invoice else "CreditNoteLine",
        leaf("ID", line.id),
        leaf("Note", line.note),
        leaf(
            "InvoicedQuantity" if invoice else "CreditedQuantity", line.quantity, unitCode=line.unit
        ),
        leaf("LineExtensionAmount", line.net, currencyID=draft.currency),
        _period(draft, line),
        group("OrderLineReference", leaf("LineID", line.order_line)),
        _delivery(draft, line),
        tax_total(dialect, draft.currency, line.tax, taxed, reasons=False)
        if dialect.line_tax
        else "",
        group(
            "Item",
            leaf("Name", line.name),
            group("SellersItemIdentification", leaf("ID", line.seller_item_id)),
            category(dialect, "ClassifiedTaxCategory", line.tax_percent),
            *(
                group("AdditionalItemProperty", leaf("Name", name), leaf("Value", value))
                for name, value in line.properties
            ),
        ),
        group("Price", leaf("PriceAmount", line.price, currencyID=draft.currency)),
    )


def _period(draft: Draft, line: DraftLine) -> str:
    # Peppol BIS 3 has no delivery on a line, so a day of service is a period of one day.
    if draft.profile == OIOUBL2 or not (line.service_end or draft.profile == PEPPOL):
        return ""
    return group(
        "InvoicePeriod",
        leaf("StartDate", line.service_date or ""),
        leaf("EndDate", line.service_end or line.service_date or ""),
    )


def _delivery(draft: Draft, line: DraftLine) -> str:
    if draft.profile == PEPPOL or line.service_end:
        return ""
    return group("Delivery", leaf("ActualDeliveryDate", line.service_date or ""))
