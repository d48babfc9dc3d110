"""CVR numbers that are no company's, and the accounts of invented suppliers."""

from __future__ import annotations

from gevinst.engines.einvoice import DraftPayment

CVR_WEIGHTS = (2, 7, 6, 5, 4, 3, 2, 1)
CVR_RANGE = 99_000_000  # no CVR number is given out here


def cvr(at_least: int) -> str:
    """The first number from `at_least` on that passes modulus 11.

    >>> cvr(CVR_RANGE)
    '99000007'
    """
    while sum(int(d) * w for d, w in zip(str(at_least), CVR_WEIGHTS, strict=True)) % 11:
        at_least += 1
    return str(at_least)


def account_of(payment: DraftPayment) -> str:
    """The account as the rules compare it.

    >>> account_of(DraftPayment("93", "80000001")), account_of(DraftPayment("42", "0007000000", "9999"))
    ('FIK 80000001', '9999 0007000000')
    """
    fik = payment.code == "93"
    return f"FIK {payment.account}" if fik else f"{payment.branch} {payment.account}"
