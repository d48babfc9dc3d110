"""What the case rests on: values without a source, few observations, loose estimates, own time."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from gevinst.engines.businesscase.calculus.result import Result
from gevinst.engines.businesscase.checks.codes import note
from gevinst.engines.businesscase.estimators.precision import RANKS, required_method
from gevinst.engines.businesscase.model.assumption import Assumption
from gevinst.engines.businesscase.model.case import Case
from gevinst.engines.businesscase.model.lines import Line
from gevinst.engines.businesscase.model.source import UNKNOWN
from gevinst.engines.businesscase.notes import Note
from gevinst.engines.money import danish

# Below this many observations a share moves by more than three points when one answer changes.
FEW = 30


def deciding(case: Case) -> dict[str, Assumption]:
    """The assumptions that the amounts of the lines are made of, directly or through others."""
    found: dict[str, Assumption] = {}
    waiting = [name for line in case.lines for name in _asked(line)]
    while waiting:
        name = waiting.pop()
        each = case.assumptions.get(name)
        if each is not None and name not in found:
            found[name] = each
            waiting += each.formula.names if each.formula else ()
    return found


def not_stated(result: Result) -> Iterator[Note]:
    """Values that decide and have neither source nor measurement (trap 10)."""
    for name, each in deciding(result.case).items():
        if each.formula is None and each.source == UNKNOWN and each.status == "assumed":
            yield note(
                "value-not-stated",
                f"{each.title or name} decides the result and has no source.",
                f"{each.title or name} er med til at afgøre resultatet og har ingen kilde.",
                assumption=name,
            )


def few_observed(result: Result) -> Iterator[Note]:
    """One trial that is scaled (trap 13), and other small samples."""
    for name, each in deciding(result.case).items():
        if each.n is None or each.n >= FEW:
            continue
        code = "scaled-pilot" if each.n <= 1 else "small-sample"
        title = each.title or name
        told = f"{title} rests on {each.n} measured.", f"{title} hviler på {each.n} målt."
        yield note(code, *told, assumption=name, n=each.n)


def loose_methods(result: Result) -> Iterator[Note]:
    """Large lines that rest on estimates of a lower rank than their size calls for."""
    for each in result.lines.values():
        amount = sum(each.dkk, Decimal(0))
        wanted = required_method(amount)
        for name in _asked(each.line):
            used = _method(result.case, name)
            if used in RANKS and RANKS[used] < RANKS[wanted]:
                title = result.case.assumptions[name].title or name
                yield note(
                    "method-too-weak",
                    f"{each.line.title} is {amount} DKK and calls for {wanted}; {title} rests on {used}.",
                    f"{each.line.title} er {danish(amount, 0)} og kræver mere end skønnet bag »{title}«.",
                    line=each.line.id,
                    assumption=name,
                    wanted=wanted,
                )


def _asked(line: Line) -> list[str]:
    return sorted({name for formula in line.amount.terms.values() for name in formula.names})


def _method(case: Case, name: str) -> str:
    known = case.assumptions.get(name)
    return known.method.replace("_", "-") if known else ""
