"""What a reason to return means to the supplier: the codes of the answer, and the findings that are told."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils.translation import override

from gevinst.engines.einvoice_response import Action, Problem, Reason, Status, Verdict
from gevinst.features.operations.models import Finding
from gevinst.features.operations.reasons import ReturnReason

# Suppliers of Danish authorities are answered in Danish.
LANGUAGE = "da"
CODES: dict[str, tuple[Reason, Action]] = {
    ReturnReason.RATE: (Reason.PRICES, Action.NEW_INVOICE),
    # It went to an authority that is not to pay it.
    ReturnReason.NOT_OURS: (Reason.REFERENCES, Action.CREDIT_FULLY),
    ReturnReason.NO_REFERRAL: (Reason.LEGAL, Action.NEW_INVOICE),
    ReturnReason.DUPLICATE: (Reason.OTHER, Action.NONE),
    ReturnReason.MISSING: (Reason.REFERENCES, Action.NEW_INVOICE),
    ReturnReason.UNREADABLE: (Reason.OTHER, Action.NEW_INVOICE),
    ReturnReason.OTHER: (Reason.OTHER, Action.OTHER),
}


def verdict(reason: str, text: str, found: Iterable[Finding], on: date) -> Verdict:
    """The answer that the returned document gets: rejected, with the reason in codes and words."""
    why, todo = CODES[reason]
    with override(LANGUAGE):
        words = text if reason == ReturnReason.OTHER else str(ReturnReason(reason).label)
    written = "" if reason == ReturnReason.OTHER else text
    return Verdict(
        status=Status.REJECTED,
        reason=why,
        action=todo,
        words=words,
        text=written,
        problems=tuple(_problem(finding) for finding in found if _told(finding)),
        effective=on,
    )


def _told(finding: Finding) -> bool:
    """Only what failed for certain and counts is said: no doubt, no advice, no rule on trial."""
    counts = finding.outcome == "fail" and finding.severity == "mandatory"
    return counts and not finding.shadow


def _problem(finding: Finding) -> Problem:
    return Problem(finding.message_da, finding.line, tuple(finding.paths))
