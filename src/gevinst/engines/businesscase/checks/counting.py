"""One effect counted once: benefits against the lines that they relieve, and what is left."""

from __future__ import annotations

from collections.abc import Iterator

from gevinst.engines.businesscase.calculus.evaluate import relief
from gevinst.engines.businesscase.calculus.result import Result
from gevinst.engines.businesscase.checks.codes import note
from gevinst.engines.businesscase.checks.over_lines import relieving
from gevinst.engines.businesscase.notes import Note


def counted_twice(result: Result) -> Iterator[Note]:
    """A benefit that relieves a line which the difference of the scenarios spares already."""
    every = tuple(result.lines.values())
    for benefit, line in relieving(result):
        if line.line.scenario == "0" and any(relief(line, every)):
            yield note(
                "effect-counted-twice",
                f"{benefit.line.title} relieves {line.line.title}, which scenario 1 spends less on "
                "already: let the line stand in both scenarios, or drop the benefit.",
                f"{benefit.line.title} letter {line.line.title}, som scenarie 1 allerede bruger mindre "
                "på: lad linjen stå i begge scenarier, eller stryg gevinsten.",
                line=benefit.line.id,
                relieves=line.line.id,
            )


def unlinked(result: Result) -> Iterator[Note]:
    """Benefits in money that name no line, and benefits without an owner."""
    for each in result.lines.values():
        if not each.line.is_benefit:
            continue
        if not each.line.relieves:
            yield note(
                "relieves-nothing",
                f"{each.line.title} names no cost line.",
                f"{each.line.title} nævner ingen udgift.",
                line=each.line.id,
            )
        if not each.line.owner:
            yield note(
                "no-owner",
                f"{each.line.title} has no owner.",
                f"{each.line.title} har ingen ejer.",
                line=each.line.id,
            )
