"""The proofs of several cases as one Markdown page: a table per case, and the sums on top."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from gevinst.engines.businesscase.figures.rounding import rounded
from gevinst.engines.businesscase.proof.case_proof import CaseProof
from gevinst.engines.businesscase.proof.figures import FigureProof, Finding
from gevinst.engines.businesscase.proof.outcome import CheckOutcome

WORDS = {
    Finding.REPRODUCED: "reproduced",
    Finding.ONLY_UNDER_A_READING: "only under a reading",
    Finding.NOT_REPRODUCIBLE: "not reproducible",
    Finding.IMPLIED: "implied",
}
_HEAD = ("Figure", "Printed", "Comes to", "Verdict", "Checks", "Why")
_MOST_DIGITS = 6


def markdown(proofs: Sequence[CaseProof]) -> str:
    """The page of all figures with their verdicts, ending in a newline."""
    return "\n".join([*_sums(proofs), *(line for proof in proofs for line in _case(proof))]) + "\n"


def _sums(proofs: Sequence[CaseProof]) -> Iterator[str]:
    yield _row("Case", *WORDS.values(), "Facts not used")
    yield _row("---", *("---:" for _ in (*WORDS, "")))
    for proof in proofs:
        yield _row(proof.case.title, *map(str, proof.counts.values()), str(len(proof.unused)))
    sums = [sum(proof.counts[finding] for proof in proofs) for finding in WORDS]
    yield _row("**All**", *map(str, sums), str(sum(len(proof.unused) for proof in proofs)))


def _case(proof: CaseProof) -> Iterator[str]:
    yield from ("", f"## {proof.case.title}", "", f"Case file `{proof.case.id}`.", "")
    yield _row(*_HEAD)
    yield _row(*("---" for _ in _HEAD))
    for each in proof.figures:
        yield _figure(each)
    if proof.unused:
        yield from ("", f"Facts that nothing reads: {', '.join(proof.unused)}.")


def _figure(proof: FigureProof) -> str:
    figure = proof.figure
    printed = "" if figure.value is None else f"{shown(figure.value)} {figure.unit}".strip()
    return _row(
        figure.title,
        printed,
        shown(proof.computed),
        WORDS[proof.verdict],
        ", ".join(_check(outcome) for outcome in proof.outcomes) or "none",
        proof.reason,
    )


def _check(outcome: CheckOutcome) -> str:
    reading = f", reading {outcome.check.reading}" if outcome.check.reading else ""
    value = shown(outcome.computed) if outcome.computed is not None else "no value"
    return f"{outcome.check.id}: {value} ({outcome.reproduces}{reading})"


def shown(value: Any) -> str:
    """A value with at most six decimals; a list in brackets, a claim as true or false, nothing as nothing.

    >>> shown(Decimal("13.20754716981132")), shown([Decimal(41)]), shown(True), shown(None)
    ('13.207547', '[41]', 'true', '')
    """
    if isinstance(value, list | tuple):
        return "[" + ", ".join(shown(part) for part in value) + "]"
    if value is None or isinstance(value, bool):
        return "" if value is None else str(value).lower()
    number = rounded(Decimal(value), _MOST_DIGITS, ROUND_HALF_UP)
    plain = format(number, "f")
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def _row(*cells: str) -> str:
    told = (cell.replace("|", "\\|").replace("\n", " ") for cell in cells)
    return f"| {' | '.join(told)} |"
