"""The impact of two changed rules on a million past decisions, from the archive to the finished report.

A hundred batches of 10,000 documents with two lines each, archived as Parquet in files named by SHA-256,
share registers of about two million rows. Making the archive is outside the timing; what the report says
of the first batch is compared with decisions made one by one. `--small` takes a tenth. The best of three
processes, with the greatest memory that one of them took.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from itertools import islice
from pathlib import Path

import pyarrow as pa

from gevinst.engines.blockkit.contract import Finding, Text
from gevinst.engines.control import Judged, RuleBook, verdict
from gevinst.engines.control.impact import impact
from gevinst.engines.control.past import PastBatch, Rows
from impact_parts.archived import ON, archived, book, past, planned
from impact_parts.invented import GIVEN, LINES, invented

DECISIONS, SMALL = 1_000_000, 100_000
RUNS = 3
REPORT = "--report"
KINDS = ("document", "line")
NO = Text("", "")


def main() -> None:
    """Makes the archive, has the report made in processes of their own, and prints the figures."""
    count = SMALL if "--small" in sys.argv else DECISIONS
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, __file__, "--archive", folder, str(count)], check=True)
        done = [reported(folder) for _ in range(RUNS)]
        assert_right(Path(folder))
    seconds, memory = min(each["seconds"] for each in done), max(each["mb"] for each in done)
    said = done[0]["said"]
    assert done[0]["decisions"] == count
    assert int(str(done[0]["changed"])) > count // 100
    name = "impact.seconds_1m" if count == DECISIONS else "impact.seconds_100k"
    figure(name, round(seconds, 2), "s", f"60 s wanted; {said}")
    figure("impact.memory", memory, "MB", f"{count:,} decisions, {count * LINES:,} lines")


def reported(folder: str) -> dict[str, object]:
    """What a process of its own says of the report that it made."""
    done = subprocess.run(
        [sys.executable, __file__, REPORT, folder], check=True, capture_output=True, text=True
    )
    return dict(json.loads(done.stdout))


def report(folder: Path) -> None:
    """Makes the report and prints what it took."""
    old, new = book(), book(changed=True)
    started = time.perf_counter()
    found = impact(old, new, past(folder), ON)
    seconds = time.perf_counter() - started
    taken = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    told = {"seconds": seconds, "mb": taken, "said": found.sentence.en}
    print(json.dumps({**told, "decisions": found.decisions, "changed": found.changed}))


def assert_right(folder: Path) -> None:
    """The report on the first batch says what comes of deciding its items one by one, with either book."""
    (batch,) = islice(past(folder), 1)
    found = impact(book(), book(changed=True), [batch], ON)
    before, after = (decided(batch, rules) for rules in (book(), book(changed=True)))
    counted = Counter((one[0], other[0]) for one, other in zip(before, after, strict=True))
    assert dict(counted) == found.verdicts
    assert sum(one != other for one, other in zip(before, after, strict=True)) == found.changed


def decided(batch: PastBatch, rules: RuleBook) -> list[tuple[str, str, str]]:
    """Verdict, queue and reason of each item, by the findings of every rule."""
    subjects = {kind: whole(batch.subjects[kind]) for kind in KINDS}
    registers = {name: whole(each.rows) for name, each in batch.registers.items() if each}
    registers["document"] = subjects["document"]
    judged: list[list[Judged]] = [[] for _ in range(len(batch.items))]
    for kind in KINDS:
        plan = planned(rules, kind)
        answers = plan.run(subjects[kind].drop_columns(["item"]), registers, GIVEN).to_pylist()
        for item, answer in zip(subjects[kind]["item"].to_pylist(), answers, strict=True):
            for rule in plan.rules:
                case = rule.case(answer[rule.id])
                finding = Finding(rule.id, "1", "", case.outcome, rule.severity, NO, rule.queue)
                judged[item].append(Judged(finding, case.wait, rule.order))
    made = [verdict("", each, ON) for each in judged]
    return [(str(each.verdict), each.queue, each.reason) for each in made]


def whole(rows: Rows) -> pa.Table:
    """All columns."""
    return rows.read(rows.names)


def figure(name: str, value: float, unit: str, against: str) -> None:
    """One line of JSON."""
    print(json.dumps({"name": name, "value": value, "unit": unit, "against": against}))


if __name__ == "__main__":
    if REPORT in sys.argv:
        report(Path(sys.argv[2]))
    elif "--archive" in sys.argv:
        archived(invented(int(sys.argv[3])), Path(sys.argv[2]))
    else:
        main()
