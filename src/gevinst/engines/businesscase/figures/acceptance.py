"""Running a file of checks: each worked out anew, and set beside what the file says it comes to.

`python -m gevinst.engines.businesscase.figures.acceptance FILE [--json]` prints the table and leaves
with 1 where anything differs, 2 where the file cannot be read.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from gevinst.engines.businesscase.figures.acceptance_file import Entry, read
from gevinst.engines.businesscase.figures.formula import FormulaError
from gevinst.engines.businesscase.figures.matching import matches
from gevinst.engines.businesscase.figures.ranges import in_the_light_of_the_range
from gevinst.engines.businesscase.figures.verdict import Verdict, judge

# The file prints computed values rounded to six decimals.
_PRINTED = Decimal("0.00000051")


@dataclass(frozen=True, slots=True)
class Outcome:
    """One check worked out: the verdict got, what the file gives, and how they differ (empty: not)."""

    key: str
    case: str
    figure: str
    verdict: Verdict | None
    given: dict[str, Any]
    differences: tuple[str, ...]

    @property
    def passed(self) -> bool:
        """Whether nothing differs from what the file gives."""
        return not self.differences


def run(path: Path | str) -> list[Outcome]:
    """Every check of a file. Raises: ValueError where the file is no file of checks; OSError."""
    entries = read(Path(path))
    worked = [_judged(entry) for entry in entries]
    pairs = [(entry.case, entry.check) for entry in entries]
    verdicts = in_the_light_of_the_range(pairs, [verdict for verdict, _ in worked])
    return [
        _outcome(entry, verdict, error)
        for entry, verdict, (_, error) in zip(entries, verdicts, worked, strict=True)
    ]


def _judged(entry: Entry) -> tuple[Verdict | None, str]:
    try:
        return judge(entry.check), ""
    except FormulaError as error:
        return None, f"formula: {error}"


def _outcome(entry: Entry, verdict: Verdict | None, error: str) -> Outcome:
    found = (error,) if verdict is None else tuple(_differences(verdict, entry.given))
    return Outcome(entry.key, entry.case, entry.check.figure, verdict, dict(entry.given), found)


def _differences(verdict: Verdict, given: Any) -> list[str]:
    found = []
    for word in ("reproduces", "how", "power"):
        got = getattr(verdict, word)
        if given[word] is not None and got != given[word]:
            found.append(f"{word}: {got or '-'}, given {given[word]}")
    for word in ("computed", "deviation"):
        got = getattr(verdict, word)
        if given[word] is not None and not matches(got, given[word], _PRINTED):
            found.append(f"{word}: {got}, given {given[word]}")
    if given["computed_interval"] is not None and not _same_interval(verdict, given):
        found.append(f"interval: {_intervals(verdict)}, given {given['computed_interval']}")
    return found


def _same_interval(verdict: Verdict, given: Any) -> bool:
    ends = [end for each in verdict.interval for end in (each.low, each.high)]
    return matches(ends, given["computed_interval"], [_PRINTED] * len(ends))


def _intervals(verdict: Verdict) -> str:
    return " ".join(str(each) for each in verdict.interval) or "-"


def as_json(outcome: Outcome) -> dict[str, Any]:
    """An outcome for another program to read; exact numbers as text."""
    verdict = outcome.verdict
    return {
        "id": outcome.key,
        "case": outcome.case,
        "figure": outcome.figure,
        "passed": outcome.passed,
        "reproduces": verdict and verdict.reproduces,
        "how": verdict and verdict.how,
        "power": verdict and verdict.power,
        "computed": verdict and verdict.computed,
        "interval": verdict and [[each.low, each.high] for each in verdict.interval],
        "deviation": verdict and verdict.deviation,
        "reason": verdict and verdict.reason,
        "differences": outcome.differences,
    }


def table(outcomes: Sequence[Outcome]) -> str:
    """The outcomes one a line, what differs below each, and the sum at the end."""
    lines = [line for outcome in outcomes for line in _lines(outcome)]
    passed = sum(outcome.passed for outcome in outcomes)
    return "\n".join([*lines, f"{passed} of {len(outcomes)} checks as given"])


def _lines(outcome: Outcome) -> list[str]:
    verdict = outcome.verdict
    mark = "ok" if outcome.passed else "DIFFERS"
    words = f"{verdict.reproduces:<10} {verdict.how:<17}" if verdict else f"{'error':<28}"
    value = _short(verdict.computed) if verdict else ""
    return [
        f"{mark:<8}{outcome.key:<18}{words} {value:<16}{outcome.figure}".rstrip(),
        *(f"        {difference}" for difference in outcome.differences),
    ]


def _short(value: Any) -> str:
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_short(part) for part in value) + "]"
    return f"{value:.12g}" if isinstance(value, Decimal) else str(value)


def main(arguments: Sequence[str]) -> int:
    """Run the file named, print, and say 0 (all as given), 1 (something differs) or 2 (no such file)."""
    names = [each for each in arguments if each != "--json"]
    if len(names) != 1:
        sys.stderr.write("usage: acceptance FILE [--json]\n")
        return 2
    try:
        outcomes = run(names[0])
    except (OSError, ValueError) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    as_text = "--json" not in arguments
    written = (
        table(outcomes) if as_text else json.dumps([as_json(o) for o in outcomes], default=str)
    )
    sys.stdout.write(written + "\n")
    return 0 if all(outcome.passed for outcome in outcomes) else 1


if __name__ == "__main__":  # pragma: no cover - the tests call main
    sys.exit(main(sys.argv[1:]))
