"""The account to pay to, as the document states it, in one line of text; and whose account it is."""

from __future__ import annotations

from gevinst.engines.einvoice.model import Invoice, Payment

FIK_CODE, NEMKONTO, GIRO = "93", "97", "50"
FIK_CARDS = ("71", "73", "75")
TRANSFERS = ("30", "31", "42", "58")
HOME = "DK"


def account(invoice: Invoice) -> str:
    """The first stated account (`+71<…+…<` for FIK, `IBAN …`, `1234 1234567890`, `NemKonto`), or ""."""
    return next((text for text in map(_stated, invoice.payments) if text), "")


def payees(invoice: Invoice) -> tuple[str, ...]:
    """The different accounts stated, each without what belongs to the one payment (`FIK 80000001`)."""
    return tuple(dict.fromkeys(filter(None, map(_payee, invoice.payments))))


def country(account_: str) -> str:
    """The country of an account as `payees` gives it: that of its IBAN, else Denmark; "" for none.

    >>> country("IBAN DE89370400440532013000"), country("9999 0007000000"), country("")
    ('DE', 'DK', '')
    """
    if account_.startswith("IBAN "):
        return account_[5:7].upper()
    return HOME if account_ else ""


def _payee(payment: Payment) -> str:
    stated = _stated(payment)
    if stated.startswith("+"):
        return f"FIK {payment.account}" if payment.account else ""
    return _spaced(stated)


def _spaced(stated: str) -> str:
    """The first word apart, the rest without spaces: an IBAN is often written in groups."""
    first, _, rest = stated.partition(" ")
    return f"{first} {''.join(rest.split()).upper()}".strip()


def _stated(payment: Payment) -> str:
    if payment.code == NEMKONTO:
        return "NemKonto"
    card, _, written = payment.reference.partition("#")
    if payment.code == FIK_CODE or (written and card in FIK_CARDS):
        return _fik(card, written or payment.instruction, payment.account)
    if payment.code == GIRO:
        return f"Giro {payment.account}".strip()
    if payment.code in TRANSFERS or payment.account:
        return _transfer(payment)
    return ""


def _fik(card: str, number: str, creditor: str) -> str:
    return f"+{card}<{number}+{creditor}<" if number else f"+{card}<+{creditor}<"


def _transfer(payment: Payment) -> str:
    if payment.account[:2].isalpha():
        return f"IBAN {payment.account}"
    return f"{payment.branch} {payment.account}".strip()
