"""Bytes to `Invoice`: the field table is read, then the totals are reproduced or the document is refused."""

from __future__ import annotations

import hashlib
from typing import Any

from gevinst.engines.einvoice import build, totals
from gevinst.engines.einvoice.fields import DOCUMENTS
from gevinst.engines.einvoice.guard import open_document
from gevinst.engines.einvoice.model import Invoice, Party, adopt
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
    made = _OPEN | values
    made["_trace"], made["profile"], made["kind"] = (provenance, ""), profile, kind
    _amounts(made, provenance)
    if not totals.reproduces(made["totals"], _parts(made)):
        raise Refusal("totals-differ", f"{_ROOTS[kind]}/LegalMonetaryTotal/PayableAmount")
    _payments(made, provenance)
    for role in ("supplier", "customer"):
        made[role] = _party(made[role], role, provenance)
    if made["payee"]:
        made["payee"] = _party(made["payee"], "payee", provenance)
    for field in ("notes", "preceding", "delivery_party"):
        made[field] = tuple(made[field])
    if "references" in made or "contracts" in made:
        _references(made)
    return adopt(Invoice, made)


# An invoice of which nothing but the required fields is stated.
_OPEN: Values = {
    "due_date": None,
    "type_code": "",
    "uuid": "",
    "copy_indicator": False,
    "notes": (),
    "order": "",
    "contract": "",
    "buyer_reference": "",
    "accounting_cost": "",
    "period_start": None,
    "period_end": None,
    "delivered": None,
    "preceding": (),
    "delivery_party": (),
    "supplier": (),
    "customer": (),
    "payee": None,
    "allowances": (),
    "taxes": (),
    "payments": (),
    "attachments": (),
}


def _amounts(made: Values, provenance: Provenance) -> None:
    lines = [
        build.line(one, (provenance, f"lines[{at}]")) for at, one in enumerate(made["lines"], 1)
    ]
    made["lines"] = tuple(lines)
    if made["allowances"]:
        made["allowances"] = build.allowances(made["allowances"])
    own = build.in_currency(made.pop("taxes"), made["currency"])
    made["tax_subtotals"] = build.tax_subtotals(own)
    made["_tax"] = totals.tax_total(own)
    trace = (provenance, "totals[1]")
    made["totals"] = totals.stated(made["totals"][0], _parts(made), trace)


def _parts(made: Values) -> totals.Parts:
    return totals.Parts(
        made["profile"], made["lines"], made["allowances"], made["tax_subtotals"], made["_tax"]
    )


def _payments(made: Values, provenance: Provenance) -> None:
    payments = [
        build.payment(one, (provenance, f"payments[{at}]"))
        for at, one in enumerate(made["payments"], 1)
    ]
    made["payments"] = tuple(payments)
    if made["due_date"] is None:
        made["due_date"] = _first([one.due for one in payments])


def _references(made: Values) -> None:
    contracts = made.pop("contracts", [])
    references = made.pop("references", ())
    found = [(f"references[{at}]", one) for at, one in enumerate(references, 1)]
    found += [(f"contracts[{at}]", one) for at, one in enumerate(contracts, 1)]
    made["contract"] = _first([one.get("id") for one in contracts]) or ""
    made["attachments"] = tuple(
        [build.attachment(one, place) for place, one in found if "content" in one or "uri" in one]
    )


def _first(found: list[Any]) -> Any:
    for one in found:
        if one:
            return one
    return None


def _party(found: Any, role: str, provenance: Provenance) -> Party:
    return build.party(found[0] if found else NO_VALUES, (provenance, f"{role}[1]"))
