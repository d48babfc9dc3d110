"""What follows from the findings on one item: approve, refer to a queue, or wait until a date."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from gevinst.engines.blockkit.contract import Decided, Outcome, Severity, Verdict
from gevinst.engines.control.findings import Judged

LAST = 1000  # rules of this order and above limit the robot itself: samples, amounts


def verdict(reference: str, judged: Sequence[Judged], until: date) -> Decided:
    """The decision that the findings lead to.

    Approved only when every mandatory rule is ok; one in shadow mode is reported and decides nothing.
    What fails goes to a clerk, then what is undecided;
    an item waits, until the date given, only when nothing but waiting rules stand in its way.
    """
    ordered = sorted(judged, key=lambda each: each.order)
    findings = tuple(each.finding for each in ordered)
    against = [each for each in ordered if _stands_in_the_way(each)]
    if not against:
        return Decided(reference, Verdict.APPROVE, findings)
    reason = min(against, key=_weight)
    if reason.waits:
        return Decided(reference, Verdict.WAIT, findings, "", reason.finding.rule, until)
    return Decided(reference, Verdict.REFER, findings, reason.finding.queue, reason.finding.rule)


def _stands_in_the_way(judged: Judged) -> bool:
    finding = judged.finding
    decides = finding.severity is Severity.MANDATORY and not finding.shadow
    return decides and finding.outcome is not Outcome.OK


def _weight(judged: Judged) -> int:
    """Failures first, then what is undecided, then what waits, then rules that speak only where all else is
    ok; `min` keeps the first of its kind."""
    if judged.order >= LAST:
        return 3
    if judged.waits:
        return 2
    return 0 if judged.finding.outcome is Outcome.FAIL else 1
