"""The documents of the sample month keep the official format rules of their profile."""

from __future__ import annotations

from datetime import date

from gevinst.blocks.invoice_control.block import block
from gevinst.blocks.invoice_control.sample.documents import document
from gevinst.blocks.invoice_control.sample.month import sample_month
from gevinst.engines.conformance.judge import judge

# Kinds of faults of the sample month that the official format rules see too.
BROKEN = {"line-amount-off", "unknown-profile", "not-xml", "totals-differ"}


def test_only_what_the_month_breaks_on_purpose_is_found() -> None:
    cases = sample_month(block.manifest, 300, 30, 3, date(2026, 10, 1)).cases
    judgements = judge([document(case) for case in cases])
    found = {
        (case.kind, finding.rule)
        for case, judgement in zip(cases, judgements, strict=True)
        for finding in judgement.findings
        if finding.severity == "fatal" and case.kind not in BROKEN
    }
    assert found == set()
    assert {"oioubl-2", "oioubl-3", "peppol-bis-3"} <= {each.profile for each in judgements}
