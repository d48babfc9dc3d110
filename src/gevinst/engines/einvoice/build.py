"""From the dictionaries that the walk fills to the parts of the model."""

from __future__ import annotations

import binascii
import hashlib
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

from gevinst.engines.einvoice.choice import as_cvr, as_gln, vat_index
from gevinst.engines.einvoice.model import (
    Address,
    AllowanceCharge,
    Attachment,
    Identifier,
    Line,
    Party,
    Payment,
    Property,
    TaxSubtotal,
    adopt,
)
from gevinst.engines.einvoice.tree import Values

Trace = tuple[Any, str]
NOTHING = Identifier("")
NOWHERE = Address()
ZERO, ONE = Decimal(0), Decimal(1)


class Missing(Exception):
    """A part lacks a field that an invoice must have; the argument is the field's name."""


def party(values: Values, trace: Trace) -> Party:
    """A party; its CVR number and GLN in one form whatever the scheme is called."""
    get = values.get
    legal, endpoint = get("legal_id", NOTHING), get("endpoint", NOTHING)
    identifiers = tuple([found["id"] for found in get("identifications", ()) if "id" in found])
    taxations = get("taxations")
    made: Values = {
        "_trace": trace,
        "name": get("party_name") or get("legal_name", ""),
        "cvr": as_cvr(legal),
        "gln": as_gln(endpoint),
        "legal_id": legal,
        "endpoint": endpoint,
        "vat_id": taxations[vat_index(taxations)].get("id", NOTHING) if taxations else NOTHING,
        "address": adopt(
            Address,
            {
                "street": get("address.street", ""),
                "number": get("address.number", ""),
                "postcode": get("address.postcode", ""),
                "city": get("address.city", ""),
                "country": get("address.country", ""),
            },
        ),
        "identifiers": identifiers,
    }
    for field in ("contact_id", "contact_name", "email", "legal_name"):
        if field in values:
            made[field] = values[field]
    return adopt(Party, made)


def line(values: Values, trace: Trace) -> Line:
    """A line; `values` becomes the line, so it is the caller's no more.

    Raises: Missing.
    """
    for field in ("id", "quantity", "price", "amount"):
        if field not in values:
            raise Missing(field)
    values["_trace"] = trace
    values.setdefault("name", "")
    if not values.get("base_quantity"):
        values["base_quantity"] = ONE
    if "subtotals" in values:
        _line_tax(values)
    for field in _LINE_PARTS.keys() & values.keys():
        to, make = _LINE_PARTS[field]
        values[to] = make(values.pop(field))
    return adopt(Line, values)


def _line_tax(values: Values) -> None:
    subtotals = values.pop("subtotals")
    chosen = subtotals[vat_index(subtotals)]
    if "category" in chosen:
        values["tax_category"] = chosen["category"]
        values["tax_percent"] = chosen.get("percent")


def allowances(parts: list[Values]) -> tuple[AllowanceCharge, ...]:
    """Allowances and charges, in order.

    Raises: Missing.
    """
    return tuple(_allowance(values) for values in parts)


def _allowance(values: Values) -> AllowanceCharge:
    get = values.get
    if "amount" not in values or "charge" not in values:
        raise Missing("allowances")
    factor = get("factor")
    return AllowanceCharge(
        values["charge"],
        values["amount"],
        get("reason", ""),
        get("base"),
        factor,
        get("tax_category", ""),
        get("tax_percent"),
    )


def tax_subtotals(taxes: Sequence[Values]) -> tuple[TaxSubtotal, ...]:
    """The VAT (and duty) breakdown."""
    return tuple(
        [
            adopt(
                TaxSubtotal,
                {
                    "category": one.get("category", ""),
                    "percent": one.get("percent"),
                    "taxable": one.get("taxable", ZERO),
                    "tax": one.get("tax", ZERO),
                    "scheme": one.get("scheme", ""),
                },
            )
            for tax in taxes
            for one in tax.get("subtotals", ())
        ]
    )


def in_currency(taxes: Sequence[Values], currency: str) -> Sequence[Values]:
    """The tax totals that are not a restatement in another currency (BT-111)."""
    own = [tax for tax in taxes if tax.get("currency", currency) in {currency, ""}]
    return own or taxes[:1]


def _classes(parts: list[Values]) -> tuple[Identifier, ...]:
    return tuple([one["id"] for one in parts if "id" in one])


def _properties(parts: list[Values]) -> tuple[Property, ...]:
    return tuple(
        [
            adopt(Property, {"name": one.get("name", ""), "value": one.get("value", "")})
            for one in parts
        ]
    )


# What a line has several of: the field of the model, and what makes it.
_LINE_PARTS: dict[str, tuple[str, Callable[[Any], object]]] = {
    "notes": ("note", "\n".join),
    "descriptions": ("description", "\n".join),
    "document_references": ("document_references", tuple),
    "delivery_party": ("delivery_party", tuple),
    "classes": ("classifications", _classes),
    "properties": ("properties", _properties),
    "allowances": ("allowances", allowances),
}


def payment(values: Values, trace: Trace) -> Payment:
    """One means of payment."""
    get = values.get
    made: Values = {
        "_trace": trace,
        "code": get("code", ""),
        "account": get("account", ""),
        "branch": get("branch", ""),
        "reference": get("reference") or get("payment_note") or get("instruction_note", ""),
        "instruction": get("instruction", ""),
        "channel": get("channel", ""),
        "due": get("due"),
    }
    return adopt(Payment, made)


def attachment(values: Values, place: str = "") -> Attachment:
    """What is known of one attachment, `place` its name in the paths; a text not base64 is no content."""
    get = values.get
    encoded, mime, filename = get("content", ("", "", ""))
    try:
        content = binascii.a2b_base64(encoded)
    except (binascii.Error, ValueError):
        content = b""
    return Attachment(
        get("id", ""),
        get("description") or get("type", ""),
        filename,
        mime,
        len(content),
        get("uri", ""),
        hashlib.sha256(content).hexdigest() if content else "",
        place,
    )
