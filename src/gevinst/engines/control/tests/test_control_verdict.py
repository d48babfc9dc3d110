"""What follows from findings: the table of decisions."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gevinst.engines.blockkit.contract import Finding, Outcome, Severity, Text, Verdict
from gevinst.engines.control import Judged, verdict
from gevinst.engines.control.verdict import LAST

UNTIL = date(2026, 11, 9)
OUTCOMES = {
    "ok": (Outcome.OK, False, Severity.MANDATORY),
    "fail": (Outcome.FAIL, False, Severity.MANDATORY),
    "undecided": (Outcome.UNDECIDED, False, Severity.MANDATORY),
    "waits": (Outcome.UNDECIDED, True, Severity.MANDATORY),
    "advice": (Outcome.FAIL, False, Severity.ADVISORY),
}


def judged(order: int, said: str, line: str = "1") -> Judged:
    outcome, waits, severity = OUTCOMES[said]
    text = Text("m", "m")
    finding = Finding(f"rule-{order}", "1", line, outcome, severity, text, f"queue-{order}")
    return Judged(finding, waits, order)


@pytest.mark.parametrize(
    ("said", "wanted", "reason"),
    [
        ([], Verdict.APPROVE, ""),
        (["ok", "ok"], Verdict.APPROVE, ""),
        (["ok", "advice"], Verdict.APPROVE, ""),
        (["ok", "fail"], Verdict.REFER, "rule-1"),
        (["fail", "fail"], Verdict.REFER, "rule-0"),
        (["undecided", "fail"], Verdict.REFER, "rule-1"),
        (["undecided", "undecided"], Verdict.REFER, "rule-0"),
        (["ok", "waits"], Verdict.WAIT, "rule-1"),
        (["waits", "fail"], Verdict.REFER, "rule-1"),
        (["waits", "undecided"], Verdict.REFER, "rule-1"),
        (["waits", "advice"], Verdict.WAIT, "rule-0"),
        (["waits", "waits"], Verdict.WAIT, "rule-0"),
    ],
)
def test_decisions(said: list[str], wanted: Verdict, reason: str) -> None:
    decided = verdict("r", [judged(order, each) for order, each in enumerate(said)], UNTIL)
    assert (decided.verdict, decided.reason) == (wanted, reason)
    assert decided.until == (UNTIL if wanted is Verdict.WAIT else None)
    assert decided.queue == (reason.replace("rule", "queue") if wanted is Verdict.REFER else "")


@given(st.lists(st.tuples(st.integers(0, 5), st.sampled_from(sorted(OUTCOMES))), max_size=8))
def test_approved_means_that_every_mandatory_rule_is_ok(said: list[tuple[int, str]]) -> None:
    findings = [judged(order, each) for order, each in said]
    decided = verdict("r", findings, UNTIL)
    fine = all(
        each.finding.outcome is Outcome.OK or each.finding.severity is Severity.ADVISORY
        for each in findings
    )
    assert (decided.verdict is Verdict.APPROVE) is fine
    assert len(decided.findings) == len(findings)


@given(st.permutations([(0, "waits"), (1, "ok"), (2, "fail"), (3, "undecided"), (4, "fail")]))
def test_the_reason_does_not_depend_on_the_order_of_findings(said: list[tuple[int, str]]) -> None:
    decided = verdict("r", [judged(order, each) for order, each in said], UNTIL)
    assert (decided.verdict, decided.reason) == (Verdict.REFER, "rule-2")


@pytest.mark.parametrize(
    ("said", "wanted", "reason"),
    [
        ([(LAST, "undecided")], Verdict.REFER, LAST),
        ([(LAST, "undecided"), (LAST + 1, "fail")], Verdict.REFER, LAST),
        ([(LAST, "fail"), (90, "waits")], Verdict.WAIT, 90),
        ([(LAST, "fail"), (90, "undecided")], Verdict.REFER, 90),
        ([(LAST, "ok")], Verdict.APPROVE, None),
    ],
)
def test_limits_of_the_robot_itself_speak_last(
    said: list[tuple[int, str]], wanted: Verdict, reason: int | None
) -> None:
    decided = verdict("r", [judged(order, each) for order, each in said], UNTIL)
    assert decided.verdict is wanted
    assert decided.reason == ("" if reason is None else f"rule-{reason}")
