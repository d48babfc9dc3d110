"""Running a file of checks: each worked out anew, and set beside what the file says it comes to."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from gevinst.engines.businesscase.figures.acceptance_file import Entry, read
from gevinst.engines.businesscase.figures.formula import FormulaError
from gevinst.engines.businesscase.figures.judging import judge
from gevinst.engines.businesscase.figures.matching import matches
from gevinst.engines.businesscase.figures.ranges import in_the_light_of_the_range
from gevinst.engines.businesscase.figures.verdict import Verdict

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
