"""Bytes to `Invoice`: the field table is read, then the totals are reproduced or the document is refused."""

from __future__ import annotations

import hashlib
from typing import Any

from gevinst.engines.einvoice import build, totals
from gevinst.engines.einvoice.fields import DOCUMENTS
from gevinst.engines.einvoice.guard import open_document
from gevinst.engines.einvoice.model import Invoice, adopt
from gevinst.engines.einvoice.profiles import profile_of
from gevinst.engines.einvoice.provenance import Provenance, find_bad_value
from gevinst.engines.einvoice.refusal import Refusal
from gevinst.engines.einvoice.shapes import learn, recall, take_apart
from gevinst.engines.einvoice.tree import CBC, Values, walk

NO_VALUES: Values = {}
CUSTOMIZATION = CBC + "CustomizationID"
_ROOTS = {"invoice": "/Invoice", "credit-note": "/CreditNote"}


def read(content: bytes) -> Invoice:
    """The invoice or credit note that `content` states, whatever its profile; nothing is invented.

    Raises: Refusal, with a stable code.
    """
    apart = take_apart(content)
    known = recall(apart) if apart else None
    if known:
        kind, values = known
        return _finished(content, kind, values)
    kind, values = _walked(content)
    invoice = _finished(content, kind, values)
    if apart:
        learn(apart, content)
    return invoice


def _walked(content: bytes) -> tuple[str, Values]:
    root, kind = open_document(content)
    values: Values = {}
    try:
        walk(root, DOCUMENTS[kind], values)
    except ValueError:
        _profile(root.findtext(CUSTOMIZATION, ""), kind)
        raise Refusal("bad-value", find_bad_value(root, kind)) from None
    return kind, values


def _finished(content: bytes, kind: str, values: Values) -> Invoice:
    profile = _profile(values.get("customization_id", ""), kind)
    try:
        invoice = _invoice(values, profile, kind, Provenance(content))
    except build.Missing as missing:
        raise Refusal("missing-field", _ROOTS[kind], str(missing)) from None
    invoice.__dict__["sha256"] = hashlib.sha256(content).hexdigest()
    return invoice


def _profile(customization_id: str, kind: str) -> str:
    profile = profile_of(customization_id)
    if profile is None:
        raise Refusal("unknown-profile", f"{_ROOTS[kind]}/CustomizationID")
    return profile


def _invoice(values: Values, profile: str, kind: str, provenance: Provenance) -> Invoice:
    for field in ("number", "issue_date", "currency", "lines", "totals"):
        if field not in values:
            raise build.Missing(field)
    get, currency = values.get, values["currency"]
    lines = tuple(
        [build.line(one, (provenance, f"lines[{at}]")) for at, one in enumerate(values["lines"], 1)]
    )
    allowances = build.allowances(values["allowances"]) if "allowances" in values else ()
    taxes = get("taxes", [])
    subtotals = build.tax_subtotals(taxes, currency)
    parts = totals.Parts(profile, lines, allowances, subtotals, totals.tax_total(taxes, currency))
    stated = totals.stated(values["totals"][0], parts, (provenance, "totals[1]"))
    if not totals.reproduces(stated, parts):
        raise Refusal("totals-differ", f"{_ROOTS[kind]}/LegalMonetaryTotal/PayableAmount")
    payments = tuple(
        [
            build.payment(one, (provenance, f"payments[{at}]"))
            for at, one in enumerate(get("payments", ()), 1)
        ]
    )
    made: Values = {
        "_trace": (provenance, ""),
        "profile": profile,
        "customization_id": values["customization_id"],
        "kind": kind,
        "number": values["number"],
        "issue_date": values["issue_date"],
        "due_date": get("due_date") or _first([one.due for one in payments]),
        "type_code": get("type_code", ""),
        "currency": currency,
        "uuid": get("uuid", ""),
        "copy_indicator": get("copy_indicator", False),
        "notes": tuple(get("notes", ())),
        "order": get("order", ""),
        "contract": _first([one.get("id") for one in get("contracts", ())]) or "",
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
    return adopt(Invoice, made)


def _first(found: list[Any]) -> Any:
    for one in found:
        if one:
            return one
    return None


def _party(values: Values, role: str, provenance: Provenance) -> Any:
    found = values.get(role)
    return build.party(found[0] if found else NO_VALUES, (provenance, f"{role}[1]"))


def _attachments(values: Values) -> tuple[Any, ...]:
    if "references" not in values and "contracts" not in values:
        return ()
    found = [*values.get("references", ()), *values.get("contracts", ())]
    return tuple(build.attachment(one) for one in found if "content" in one or "uri" in one)
