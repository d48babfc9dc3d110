"""Everything that a sample month is seeded with: how often, and what a right control answers.

`share` is per thousand invoices. What is left over are ordinary sound invoices.
"""

from __future__ import annotations

from gevinst.engines.invoicing.sample import kinds
from gevinst.engines.invoicing.sample.kinds import APPROVE, REFER, REFUSED, SOUND, WAIT, Kind

DUPLICATE = "duplicate-number"
__all__ = [
    "APPROVE", "BY_NAME", "DUPLICATE", "KINDS", "REFER", "REFUSED", "SOUND", "WAIT", "Kind", "counts",
]  # fmt: skip

KINDS: tuple[Kind, ...] = (
    # Wrong or incomplete
    Kind("wrong-rate", 15, REFER, "agreements", "agreed-rate"),
    Kind("old-rate-after-change", 8, REFER, "agreements", "agreed-rate"),
    Kind("code-without-agreement", 6, REFER, "agreements", "agreed-rate"),
    Kind("two-rates-in-force", 3, REFER, "agreements", "agreed-rate"),
    Kind("no-service-date", 3, REFER, "agreements", "service"),
    Kind("not-resident", 10, REFER, "residence", "residence"),
    Kind("moved-away-before", 6, REFER, "residence", "residence"),
    Kind("unknown-person", 2, REFER, "person", "replacement-number"),
    Kind("dead-before", 3, REFER, "person", "person-status"),
    Kind("service-after-invoice", 3, REFER, "dates", "service-dates"),
    Kind("two-codes", 2, REFER, "agreements", "service"),
    Kind("no-provider-number-rate", 3, REFER, "agreements", "agreed-rate"),
    Kind("provider-number-not-stated", 2, REFER, "agreements", "agreed-rate"),
    Kind("course-and-part", 3, REFER, "agreements", "unbundling"),
    Kind("part-invoiced-before", 2, REFER, "agreements", "unbundling"),
    Kind("unit-may-not-refer", 3, REFER, "referral", "referring-unit"),
    Kind("no-referral", 10, REFER, "referral", "referral"),
    Kind("referral-expired", 6, REFER, "referral", "referral"),
    Kind("activity-missing", 25, WAIT, "", "activity"),
    Kind("one-of-two-reported", 3, WAIT, "", "activity"),
    Kind("activity-four-days-off", 6, REFER, "activity", "activity"),
    Kind("never-reported", 3, REFER, "activity", "activity"),
    Kind("line-amount-off", 6, REFER, "amounts", "line-arithmetic"),
    Kind("vat-added", 4, REFER, "amounts", "nothing-added"),
    Kind(DUPLICATE, 6, REFER, "duplicates", "duplicate"),
    Kind("number-written-otherwise", 3, REFER, "duplicates", "duplicate"),
    Kind("sent-again", 2, REFER, "duplicates", "replay"),
    Kind("near-number", 3, REFER, "duplicates", "near-number"),
    Kind("same-amount-again", 2, REFER, "duplicates", "same-amount"),
    Kind("service-invoiced-before", 3, REFER, "duplicates", "line-duplicate"),
    Kind("service-twice", 2, REFER, "duplicates", "line-duplicate"),
    Kind("already-credited", 2, REFER, "credit_notes", "credited"),
    Kind("credit-note-without-invoice", 2, REFER, "credit_notes", "credit-note-invoice"),
    Kind("changed-account", 3, REFER, "accounts", "account"),
    Kind("account-of-another", 2, REFER, "accounts", "account"),
    Kind("supplier-stopped", 2, REFER, "limits", "supplier-stopped"),
    Kind("above-supplier-ceiling", 2, REFER, "limits", "amount-ceiling"),
    Kind("two-persons", 4, REFER, "person", "one-person"),
    Kind("no-person", 4, REFER, "person", "one-person"),
    Kind("wrong-buyer", 3, REFER, "buyer", "buyer"),
    Kind("credit-note", 5, REFER, "credit_notes", "payable-invoice"),
    # Several things at once: the failure goes before the waiting
    Kind("wrong-rate-and-activity-missing", 3, REFER, "agreements", "agreed-rate"),
    # Not readable
    Kind("not-xml", 2, REFUSED, "", "not-xml"),
    Kind("totals-differ", 3, REFUSED, "", "totals-differ"),
    Kind("unknown-profile", 2, REFUSED, "", "unknown-profile"),
    # On the border, and sound
    Kind("activity-three-days-before", 8, APPROVE),
    Kind("activity-three-days-after", 8, APPROVE),
    Kind("new-rate-on-its-first-day", 6, APPROVE),
    Kind("old-rate-on-its-last-day", 6, APPROVE),
    Kind("moved-in-on-the-day", 6, APPROVE),
    Kind("moves-out-the-day-after", 6, APPROVE),
    Kind("referral-ends-on-the-day", 6, APPROVE),
    Kind("referral-starts-on-the-day", 4, APPROVE),
    Kind("several-referrals", 6, APPROVE),
    Kind("two-of-the-same-service", 6, APPROVE),
    Kind("died-on-the-day", 2, APPROVE),
    Kind("provider-number-rate", 3, APPROVE),
    Kind("code-written-otherwise", 4, APPROVE),
    Kind("code-in-the-text", 3, APPROVE),
    Kind("referred-to-the-group", 4, APPROVE),
    Kind("confirmed-account", 2, APPROVE),
)
BY_NAME = {kind.name: kind for kind in KINDS} | {SOUND: Kind(SOUND, 0, APPROVE)}


def counts(invoices: int) -> dict[str, int]:
    """How many of each kind a month of that size holds; every kind at least once from a hundred on.

    >>> counts(2000)["wrong-rate"], counts(2000)["sound"]
    (30, 1446)
    """
    return kinds.counts(KINDS, invoices)
