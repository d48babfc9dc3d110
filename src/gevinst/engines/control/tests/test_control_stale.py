"""Findings: registers too old to decide by, rules in shadow mode, totals and extract times in messages."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from gevinst.engines.blockkit import arrays
from gevinst.engines.blockkit.contract import Outcome, Text, Verdict
from gevinst.engines.control import Judged, Source, evaluate, plan, table, verdict
from gevinst.engines.control.stale import stale_rules, withheld
from gevinst.engines.control.tests.conftest import (
    FACTS,
    GIVEN,
    PARAMETERS,
    REGISTERS,
    loaded,
    rule,
)

TAKEN = datetime(2026, 10, 1, 4, 0, tzinfo=UTC)
LIMIT = datetime(2026, 10, 8, 22, 30, tzinfo=UTC)  # half past midnight on the 9th in Denmark
FEE = {"kind": "a", "rate": Decimal(10)}
READS_FEES = rule(("fee.rate == loan.price", "ok"), ("", "fail"))
READS_NONE = rule(("loan.price > 0", "ok"), ("", "fail"), named="other")
RULES = READS_FEES + READS_NONE.replace("\nrules:\n", "")


@dataclass(frozen=True)
class Loan:
    columns: Mapping[str, Any]
    line: str = "1"

    def path(self, column: str) -> str:
        return f"/{column}"


def judged(
    folder: Path, at: date | None, rules: str = RULES, facts: str = FACTS, price: int = 10
) -> list[Judged]:
    """The findings on one loan, by a register `fees` that may be used until `LIMIT`."""
    book = loaded(folder, rules, facts)
    about = book.about("loan", date(2026, 1, 1))
    ready = plan(book, "loan", about, registers=REGISTERS, parameters=PARAMETERS)
    rows = {"fees": [FEE, {**FEE, "rate": Decimal(10)}]}
    sources = {
        name: Source(name, arrays.table(kinds, rows.get(name, [])), "x1")
        for name, kinds in REGISTERS.items()
    }
    fees = sources["fees"].table
    sources["fees"] = Source("fees", fees, "x1", frozenset(), TAKEN, LIMIT, Text("Gebyrer", "Fees"))
    loans = [Loan({"kind": "a", "on": date(2026, 10, 2), "price": Decimal(price)})]
    subjects = table(book, "loan", loans)
    sources["loan"] = Source("loan", subjects, "batch")
    stale = stale_rules(ready, sources, at)
    answers = withheld(ready.run(subjects, {n: s.table for n, s in sources.items()}, GIVEN), stale)
    assert [rule for rule in stale if answers[rule].to_pylist() != [-1]] == []
    (found,) = evaluate(ready, subjects, loans, sources, GIVEN, at=at)
    return found


@pytest.mark.parametrize(
    ("at", "stale"),
    [
        (None, False),
        (date(2026, 10, 9), False),
        (date(2026, 10, 10), True),
        (LIMIT, False),
        (datetime(2026, 10, 8, 22, 31, tzinfo=UTC), True),
    ],
)
@pytest.mark.parametrize(("price", "outcome"), [(10, Outcome.OK), (11, Outcome.FAIL)])
def test_a_rule_on_a_stale_register_is_undecided_whatever_it_would_say(
    tmp_path: Path, at: date | None, stale: bool, price: int, outcome: Outcome
) -> None:
    other, fees = judged(tmp_path, at, price=price)
    wanted = Outcome.UNDECIDED if stale else outcome
    assert (fees.finding.outcome, other.finding.outcome) == (wanted, Outcome.OK)


def test_a_register_without_a_limit_is_never_stale(tmp_path: Path) -> None:
    rules = rule(("event.matches == 0", "ok"), ("", "fail"))
    (found,) = judged(tmp_path, date(2099, 1, 1), rules)
    assert found.finding.outcome is Outcome.OK


def test_the_message_names_the_register_its_time_and_its_limit(tmp_path: Path) -> None:
    _, fees = judged(tmp_path, date(2026, 10, 10))
    assert fees.finding.message == Text(
        "Registeret Gebyrer er for gammelt til at afgøre det: udtrækket er fra 1. oktober 2026 kl. 06.00,"
        " og det kunne bruges til 9. oktober 2026 kl. 00.30.",
        "The register Fees is too old to decide this: the extract is of 1 October 2026, 06.00,"
        " and could be used until 9 October 2026, 00.30.",
    )
    assert (fees.finding.queue, fees.waits, fees.finding.paths) == ("desk", False, ("/price",))
    decided = verdict("r", [fees], date(2026, 11, 1))
    assert (decided.verdict, decided.queue, decided.reason) == (Verdict.REFER, "desk", "the-rule")


@pytest.mark.parametrize(("mode", "reason"), [("live", Verdict.REFER), ("shadow", Verdict.APPROVE)])
def test_a_rule_in_shadow_is_reported_and_decides_nothing(
    tmp_path: Path, mode: str, reason: Verdict
) -> None:
    rules = RULES.replace("    queue: desk", f"    queue: desk\n    mode: {mode}")
    found = judged(tmp_path, None, rules, price=11)
    assert found[1].finding.outcome is Outcome.FAIL
    assert found[1].finding.shadow is (mode == "shadow")
    decided = verdict("r", found, date(2026, 11, 1))
    assert decided.verdict is reason
    assert len(decided.findings) == 2


def test_messages_tell_totals_and_when_the_extract_was_taken(tmp_path: Path) -> None:
    rules = READS_FEES.replace(
        "da: m, en: m",
        "da: '{fee.sum_rate|money} {fee.extracted_at|date}', en: '{fee.extracted_at|time}'",
    )
    facts = FACTS.replace("values: [rate]", "values: [rate]\n    totals: [rate]")
    (fees,) = judged(tmp_path, None, rules, facts)
    assert fees.finding.message == Text("20,00 kr. 1. oktober 2026", "1 October 2026, 06.00")
    assert fees.finding.evidence[0].values == {"kind": "a", "rate": "10.000000"}
