"""What a run of a file of checks came to, as JSON or a table, and the command that runs it."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from gevinst.engines.businesscase.figures.acceptance_run import Outcome, run


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
