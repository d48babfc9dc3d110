"""The lines of findings are those that the standard writers would have written."""

import csv
import io
import json
from typing import Any

import pytest

from gevinst.cli.finding_texts import HEAD, FindingTexts
from gevinst.engines.blockkit.contract import Evidence, Finding, Outcome, Severity, Text

ROW = Evidence("population", 3, {"cpr": "610190-xxxx", "navn": 'Å "b"'}, "sha256:1", 2)
NONE = Evidence("referrals", None, {}, "", 0)
FINDINGS = {
    "plain": Finding("rate", "1", "1", Outcome.OK, Severity.MANDATORY, Text("ja", "yes"), "q"),
    "shadow": Finding("rate", "2", "", Outcome.OK, Severity.ADVISORY, Text("ja", "yes"), "", shadow=True),
    "quoted": Finding("a,b", "1", 'l"1', Outcome.FAIL, Severity.MANDATORY, Text("é;\n", "a,b"), "q,"),
    "traced": Finding(
        "rate", "1", "1", Outcome.UNDECIDED, Severity.MANDATORY, Text("", ""), "q", (ROW, NONE),
        ("/a[1]", "/b"),
    ),
}  # fmt: skip


def told(reference: str, finding: Finding) -> dict[str, Any]:
    """All but evidence and places, written out slowly."""
    words = {"message_da": finding.message.da, "message_en": finding.message.en}
    return {name: words.get(name, getattr(finding, name, reference)) for name in HEAD}


@pytest.mark.parametrize("name", FINDINGS)
@pytest.mark.parametrize("reference", ["DK1", 'a,"b"', ""])
def test_line_of_csv_is_that_of_the_csv_writer(name: str, reference: str) -> None:
    slow = io.StringIO()
    csv.writer(slow, lineterminator="\n").writerow(told(reference, FINDINGS[name]).values())
    texts = FindingTexts()
    fast = texts.reference(reference).csv + texts.of(FINDINGS[name]).csv
    assert list(csv.reader([fast])) == list(csv.reader([slow.getvalue()]))
    assert reference == "" or fast == slow.getvalue()


@pytest.mark.parametrize("name", FINDINGS)
def test_line_of_json_is_that_of_json_dumps(name: str) -> None:
    finding = FINDINGS[name]
    evidence = [
        {
            "register": each.register,
            "extract": each.extract,
            "row": each.row,
            "matches": each.matches,
            "values": each.values,
        }
        for each in finding.evidence
    ]
    slow = {**told('D"1', finding), "evidence": evidence, "paths": finding.paths}
    texts = FindingTexts()
    assert texts.reference('D"1').json + texts.of(finding).json == (
        json.dumps(slow, ensure_ascii=False) + "\n"
    )


def test_findings_alike_but_for_their_outcome_are_told_apart() -> None:
    severity, text = Severity.MANDATORY, Text("", "")
    findings = [Finding("r", "1", "", each, severity, text, "q") for each in Outcome]
    texts = FindingTexts()
    said = [json.loads("{" + texts.of(each).json)["outcome"] for each in findings]
    assert said == [str(each) for each in Outcome]
