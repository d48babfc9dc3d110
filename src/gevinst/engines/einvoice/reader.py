"""Bytes to `Invoice`: one walk over the field table, then the totals are reproduced or the document is refused."""

from __future__ import annotations

import hashlib
from typing import Any

from lxml.etree import _Element

from gevinst.engines.einvoice import build, totals
from gevinst.engines.einvoice.fields import DOCUMENTS
from gevinst.engines.einvoice.guard import open_document
from gevinst.engines.einvoice.model import Invoice
from gevinst.engines.einvoice.profiles import profile_of
from gevinst.engines.einvoice.provenance import Provenance, find_bad_value
from gevinst.engines.einvoice.refusal import Refusal
from gevinst.engines.einvoice.tree import Values, walk

NO_VALUES: Values = {}


def read(content: bytes) -> Invoice:
    """The invoice or credit note that `content` states, whatever its profile; nothing is invented.

    Raises: Refusal, with a stable code.
    """
    root, kind = open_document(content)
    profile = _profile(root)
    values: Values = {}
    try:
        walk(root, DOCUMENTS[kind], values)
    except ValueError:
        raise Refusal("bad-value", find_bad_value(root, kind)) from None
    trace = Provenance(content)
    try:
        invoice = _invoice(values, profile, kind, trace)
    except build.Missing as missing:
        raise Refusal("missing-field", f"/{root.tag.rpartition('}')[2]}", str(missing)) from None
    invoice.__dict__["sha256"] = hashlib.sha256(content).hexdigest()
    return invoice


def _profile(root: _Element) -> str:
    written = ""
    for child in root:
        if child.tag.endswith("}CustomizationID"):
            written = (child.text or "").strip()
            break
    profile = profile_of(written)
    if profile is None:
        where = f"/{root.tag.rpartition('}')[2]}/CustomizationID"
        raise Refusal("unknown-profile", where)
    return profile


def _invoice(values: Values, profile: str, kind: str, provenance: Provenance) -> Invoice:
    for field in ("number", "issue_date", "currency", "lines", "totals"):
        if field not in values:
            raise build.Missing(field)
    get, currency = values.get, values["currency"]
    lines = tuple(
        build.line(one, (provenance, f"lines[{at}]")) for at, one in enumerate(values["lines"], 1)
    )
    allowances = build.allowances(values["allowances"]) if "allowances" in values else ()
    taxes = get("taxes", [])
    subtotals = build.tax_subtotals(taxes, currency)
    stated = totals.stated(
        values["totals"][0], profile, taxes, currency, lines, allowances, (provenance, "totals[1]")
    )
    if not totals.reproduces(
        stated, profile, totals.tax_total(taxes, currency), lines, allowances, subtotals
    ):
        raise Refusal("totals-differ", "LegalMonetaryTotal/PayableAmount")
    payments = tuple(
        build.payment(one, (provenance, f"payments[{at}]"))
        for at, one in enumerate(get("payments", ()), 1)
    )
    made: Values = {
        "_trace": (provenance, ""),
        "profile": profile,
        "customization_id": values["customization_id"],
        "kind": kind,
        "number": values["number"],
        "issue_date": values["issue_date"],
        "due_date": get("due_date") or next((one.due for one in payments if one.due), None),
        "type_code": get("type_code", ""),
        "currency": currency,
        "uuid": get("uuid", ""),
        "copy_indicator": get("copy_indicator", False),
        "notes": tuple(get("notes", ())),
        "order": get("order", ""),
        "contract": next((one["id"] for one in get("contracts", ()) if "id" in one), ""),
        "buyer_reference": get("buyer_reference", ""),
        "accounting_cost": get("accounting_cost", ""),
        "period_start": get("period_start"),
        "period_end": get("period_end"),
        "delivered": get("delivered"),
        "preceding": tuple(get("preceding", ())),
        "supplier": _party(values, "supplier", provenance),
        "customer": _party(values, "customer", provenance),
        "payee": _party(values, "payee", provenance) if "payee" in values else None,
        "lines": lines,
        "allowances": allowances,
        "tax_subtotals": subtotals,
        "totals": stated,
        "payments": payments,
        "attachments": _attachments(values),
    }
    return build.adopt(Invoice, made)


def _party(values: Values, role: str, provenance: Provenance) -> Any:
    found = values.get(role)
    return build.party(found[0] if found else NO_VALUES, (provenance, f"{role}[1]"))


def _attachments(values: Values) -> tuple[Any, ...]:
    found = [*values.get("references", ()), *values.get("contracts", ())]
    return tuple(build.attachment(one) for one in found if "content" in one or "uri" in one)
