"""A claim printed for a whole range: where it holds at one end only, that end is part of a range."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from gevinst.engines.businesscase.figures.verdict import Check, How, Reproduces, Verdict

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_ENDS = re.compile(r"\b(low(er)?|high(er)?|upper|lav|høj|min(imum)?|max(imum)?)\b", re.IGNORECASE)


def in_the_light_of_the_range(
    checks: Sequence[tuple[str, Check]], verdicts: Sequence[Verdict | None]
) -> list[Verdict | None]:
    """The verdicts, with each `yes` of a claim that fails at another end of its range made ambiguous.

    `checks` come with the case each belongs to; two checks are ends of one range where case, formula,
    unit and claim are the same and their words differ in the number (or in low and high) alone.
    """
    failed = {
        _claim(case, check)
        for (case, check), verdict in zip(checks, verdicts, strict=True)
        if verdict and verdict.reproduces is Reproduces.NO
    }
    return [
        _only_part(verdict) if verdict and _weakened(case, check, verdict, failed) else verdict
        for (case, check), verdict in zip(checks, verdicts, strict=True)
    ]


def _weakened(case: str, check: Check, verdict: Verdict, failed: set[tuple[object, ...]]) -> bool:
    is_claim = isinstance(check.published, bool)
    return is_claim and verdict.reproduces is Reproduces.YES and _claim(case, check) in failed


def _only_part(verdict: Verdict) -> Verdict:
    reason = "the claim is printed for the whole range and fails at another end of it"
    return replace(verdict, reproduces=Reproduces.AMBIGUOUS, how=How.PART_OF_RANGE, reason=reason)


def _claim(case: str, check: Check) -> tuple[object, ...]:
    words = _ENDS.sub("#", _NUMBER.sub("#", check.figure))
    formula = "".join(check.formula.split())
    return case, words, formula, check.unit, str(check.published)
