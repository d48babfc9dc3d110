"""Sample documents in the three profiles, valid under each profile's official rules.

A draft that says something its profile has no place for is refused with ValueError, never written half.
"""

from __future__ import annotations

from uuid import NAMESPACE_URL, uuid5

from gevinst.engines.einvoice.dialect import DIALECTS, Dialect
from gevinst.engines.einvoice.draft import Draft, Sums, sums
from gevinst.engines.einvoice.markup import group, leaf
from gevinst.engines.einvoice.profiles import OIOUBL2, PEPPOL
from gevinst.engines.einvoice.write_lines import lines
from gevinst.engines.einvoice.write_parties import customer, supplier
from gevinst.engines.einvoice.write_tax import tax_total

_UBL = "urn:oasis:names:specification:ubl:schema:xsd:"
_ROOTS = {"invoice": ("Invoice", "380"), "credit-note": ("CreditNote", "381")}


def write(draft: Draft) -> bytes:
    """The draft as a UTF-8 document of its profile; what the profile cannot do without is filled in.

    Raises: ValueError where the profile has no place for what the draft says.
    """
    _check(draft)
    dialect, totals = DIALECTS[draft.profile], sums(draft)
    root, code = _ROOTS[draft.kind]
    body = "".join(
        (
            _header(draft, dialect, root, code),
            supplier(draft, dialect),
            customer(draft, dialect),
            _payment(draft),
            _terms(draft),
            tax_total(dialect, draft.currency, totals.tax, totals.by_rate, reasons=True),
            _totals(draft, totals),
            lines(draft, dialect),
        )
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<{root} xmlns="{_UBL}{root}-2"'
        f' xmlns:cac="{_UBL}CommonAggregateComponents-2" xmlns:cbc="{_UBL}CommonBasicComponents-2">\n'
        f"{body}</{root}>\n"
    ).encode()


def _check(draft: Draft) -> None:
    if draft.profile not in DIALECTS or draft.kind not in _ROOTS:
        raise ValueError(f"no such document: {draft.profile} {draft.kind}")
    if not draft.lines:
        raise ValueError("a document has at least one line")
    if draft.profile == OIOUBL2 and any(line.service_end for line in draft.lines):
        raise ValueError("OIOUBL 2 has no period on a line")
    if any(line.order_line for line in draft.lines) and not draft.order:
        raise ValueError("an order line needs the order")


def _header(draft: Draft, dialect: Dialect, root: str, code: str) -> str:
    invoice, oioubl2 = draft.kind == "invoice", draft.profile == OIOUBL2
    reference = draft.buyer_reference or ("" if draft.order else "n/a")
    return "".join(
        (
            leaf("UBLVersionID", dialect.version),
            leaf("CustomizationID", dialect.invoice_id if invoice else dialect.credit_note_id),
            leaf("ProfileID", dialect.profile_id, **dialect.profile_attributes),
            leaf("ID", draft.number),
            leaf("UUID", _uuid(draft) if dialect.uuid else ""),
            leaf("IssueDate", draft.issue_date),
            leaf("DueDate", draft.due_date if invoice and not oioubl2 and draft.due_date else ""),
            leaf(f"{root}TypeCode", code, **dialect.type_attributes),
            leaf("Note", draft.note),
            leaf("DocumentCurrencyCode", draft.currency),
            leaf("AccountingCost", draft.accounting_cost),
            leaf("BuyerReference", "" if oioubl2 else reference),
            group("OrderReference", leaf("ID", draft.order or ("NA" if oioubl2 else ""))),
            *(
                group("BillingReference", group("InvoiceDocumentReference", leaf("ID", number)))
                for number in draft.preceding
            ),
        )
    )


def _uuid(draft: Draft) -> str:
    return str(uuid5(NAMESPACE_URL, f"{draft.supplier.cvr}/{draft.kind}/{draft.number}"))


def _terms(draft: Draft) -> str:
    # An amount to pay needs a due date or terms (BR-CO-25); OIOUBL 2 does not ask.
    if draft.due_date or draft.kind == "credit-note" or draft.profile == OIOUBL2:
        return ""
    return group("PaymentTerms", leaf("Note", "Netto"))


def _payment(draft: Draft) -> str:
    payment, oioubl2 = draft.payment, draft.profile == OIOUBL2
    if payment is None or (oioubl2 and draft.kind == "credit-note"):
        return ""
    due = draft.due_date if _due_with_payment(draft) else None
    head = leaf("PaymentMeansCode", payment.code) + leaf("PaymentDueDate", due or "")
    account = leaf("ID", payment.account)
    branch = group("FinancialInstitutionBranch", leaf("ID", payment.branch))
    if payment.code != "93":
        channel = leaf("PaymentChannelCode", "DK:BANK", **_CHANNEL) if oioubl2 else ""
        reference = leaf("PaymentID", payment.reference)
        tail = reference + group("PayeeFinancialAccount", account, branch)
        return group("PaymentMeans", head, channel, tail)
    if draft.profile == PEPPOL:
        fik = f"{payment.reference}#{payment.instruction}"
        return group(
            "PaymentMeans", head, leaf("PaymentID", fik), group("PayeeFinancialAccount", account)
        )
    return group(
        "PaymentMeans",
        head,
        leaf("PaymentChannelCode", "DK:FIK", **(_CHANNEL if oioubl2 else {})),
        leaf("InstructionID", payment.instruction),
        leaf("PaymentID", payment.reference),
        group("CreditAccount", leaf("AccountID", payment.account)),
    )


def _due_with_payment(draft: Draft) -> bool:
    # OIOUBL 3 has no due date on a means of payment (OIOUBL-COMMON-034), so none on a credit note.
    return draft.profile == OIOUBL2 or (draft.profile == PEPPOL and draft.kind == "credit-note")


_CHANNEL = {"listID": "urn:oioubl:codelist:paymentchannelcode-1.1"}


def _totals(draft: Draft, totals: Sums) -> str:
    def amount(name: str, value: object) -> str:
        return leaf(name, value, currencyID=draft.currency)

    # OIOUBL 2 states the tax itself in TaxExclusiveAmount (F-INV127), the others the net total.
    exclusive = totals.tax if draft.profile == OIOUBL2 else totals.net
    return group(
        "LegalMonetaryTotal",
        amount("LineExtensionAmount", totals.net),
        amount("TaxExclusiveAmount", exclusive),
        amount("TaxInclusiveAmount", totals.gross),
        amount("PayableAmount", totals.payable),
    )
