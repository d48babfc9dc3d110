"""Everything that a sample of medical certificates is seeded with, and what a right control answers."""

from __future__ import annotations

from gevinst.engines.invoicing.sample import kinds
from gevinst.engines.invoicing.sample.kinds import APPROVE, REFER, REFUSED, SOUND, Kind

DUPLICATE = "duplicate-number"

KINDS: tuple[Kind, ...] = (
    # The request
    Kind("never-requested", 20, REFER, "requests", "request"),
    Kind("requested-afterwards", 10, REFER, "requests", "request"),
    Kind("requested-in-another-case", 10, REFER, "requests", "request"),
    Kind("no-case-number", 10, REFER, "requests", "request"),
    Kind("two-case-numbers", 5, REFER, "requests", "request"),
    Kind("another-doctor", 15, REFER, "requests", "doctor"),
    Kind("doctor-not-stated", 10, REFER, "requests", "doctor"),
    Kind("cancelled-before", 10, REFER, "requests", "cancelled"),
    Kind("cancelled-afterwards", 5, REFER, "requests", "cancelled"),
    Kind("paid-before", 15, REFER, "duplicates", "one-payment"),
    Kind("invoiced-before", 10, REFER, "duplicates", "one-payment"),
    Kind("invoiced-twice", 5, REFER, "duplicates", "one-payment"),
    Kind("two-for-one-request", 5, REFER, "duplicates", "one-payment"),
    # The fee
    Kind("wrong-fee", 20, REFER, "agreements", "fee"),
    Kind("old-fee-after-change", 10, REFER, "agreements", "fee"),
    Kind("certificate-without-fee", 5, REFER, "agreements", "fee"),
    Kind("two-fees-in-force", 5, REFER, "agreements", "fee"),
    Kind("interpreter-not-requested", 10, REFER, "agreements", "variant"),
    Kind("specialist-not-asked", 5, REFER, "agreements", "variant"),
    Kind("request-silent-on-specialist", 5, REFER, "agreements", "variant"),
    Kind("both-variants", 5, REFER, "agreements", "variant"),
    Kind("wrong-vat", 15, REFER, "amounts", "vat"),
    Kind("vat-not-confirmed", 5, REFER, "amounts", "vat"),
    # What all blocks that control invoices look at
    Kind("no-certificate", 5, REFER, "agreements", "service"),
    Kind("two-certificates", 5, REFER, "agreements", "service"),
    Kind("not-dated", 5, REFER, "agreements", "service"),
    Kind("no-person", 5, REFER, "person", "one-person"),
    Kind("two-persons", 5, REFER, "person", "one-person"),
    Kind("dead-before", 5, REFER, "person", "person-status"),
    Kind("dated-after-invoice", 5, REFER, "dates", "service-dates"),
    Kind("line-amount-off", 5, REFER, "amounts", "line-arithmetic"),
    Kind("wrong-buyer", 5, REFER, "buyer", "buyer"),
    Kind("changed-account", 5, REFER, "accounts", "account"),
    Kind("number-written-otherwise", 5, REFER, "duplicates", "duplicate"),
    Kind(DUPLICATE, 10, REFER, "duplicates", "duplicate"),
    Kind("not-xml", 5, REFUSED, "", "not-xml"),
    # On the border, and sound
    Kind("requested-on-the-day", 10, APPROVE),
    Kind("written-otherwise", 20, APPROVE),
    Kind("certificate-in-the-text", 20, APPROVE),
    Kind("with-interpreter", 20, APPROVE),
    Kind("by-specialist", 20, APPROVE),
    Kind("without-interpreter", 10, APPROVE),
    Kind("new-fee-on-its-first-day", 10, APPROVE),
    Kind("old-fee-on-its-last-day", 10, APPROVE),
    Kind("two-requests-one-paid", 10, APPROVE),
)
BY_NAME = {kind.name: kind for kind in KINDS} | {SOUND: Kind(SOUND, 0, APPROVE)}


def counts(invoices: int) -> dict[str, int]:
    """How many of each kind a month of that size holds.

    >>> counts(200)["never-requested"]
    4
    """
    return kinds.counts(KINDS, invoices)
