"""A whole case as lines: every reading, every published figure with its verdict, every finding."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from gevinst.cli.case_check import note_lines
from gevinst.cli.case_output import WIDTH, evaluate_lines
from gevinst.cli.case_run import Told
from gevinst.cli.language import spoken
from gevinst.engines.businesscase.casefile.plain_values import plain
from gevinst.engines.businesscase.casefile.results import results_json
from gevinst.engines.businesscase.proof import CheckOutcome, FigureProof, Finding
from gevinst.engines.money import danish

VERDICTS = {
    Finding.REPRODUCED: ("genberegnet", "reproduced"),
    Finding.ONLY_UNDER_A_READING: ("kun under en læsning", "only under a reading"),
    Finding.NOT_REPRODUCIBLE: ("kan ikke genberegnes", "not reproducible"),
    Finding.IMPLIED: ("følger af de andre", "implied"),
}


def report_lines(told: Told) -> str:
    """The case under each reading, then its published figures and its findings."""
    return "\n".join(_lines(told))


def report_json(told: Told) -> dict[str, Any]:
    """The same as an object."""
    first, *others = told.readings
    return {
        **results_json(first, told.notes),
        "readings": [results_json(each) for each in others],
        "published": [_figure_json(each) for each in told.proof.figures],
    }


def _figure_json(proof: FigureProof) -> dict[str, Any]:
    figure = proof.figure
    return {
        "id": figure.id,
        "title": figure.title,
        "value": plain(figure.value),
        "unit": figure.unit,
        "verdict": proof.verdict,
        "computed": plain(proof.computed),
        "reason": proof.reason,
        "source": str(figure.source),
        "checks": [_check_json(each) for each in proof.outcomes],
    }


def _check_json(outcome: CheckOutcome) -> dict[str, Any]:
    return {
        "id": outcome.check.id,
        "formula": outcome.check.formula.text,
        "reading": outcome.check.reading,
        "assumptions": list(outcome.check.assumptions),
        "reproduces": outcome.reproduces,
        "how": outcome.how,
        "computed": plain(outcome.computed),
    }


def _lines(told: Told) -> Iterator[str]:
    for found in told.readings:
        yield evaluate_lines(found)
        yield ""
    if told.proof.figures:
        yield spoken("Offentliggjorte tal", "Published figures")
        for each in told.proof.figures:
            yield from _figure(each)
        yield ""
    if told.notes:
        yield spoken("Bemærkninger", "Findings")
        yield from note_lines(told.notes)


def _figure(proof: FigureProof) -> Iterator[str]:
    figure = proof.figure
    printed = shown(figure.value)
    yield f"  {figure.title}: {printed or '-'} {figure.unit} · {spoken(*VERDICTS[proof.verdict])}"
    computed = shown(proof.computed)
    detail = [
        f"{spoken('beregnet', 'computed')} {computed}" if computed else "",
        proof.reason,
        str(figure.source),
    ]
    text = "; ".join(part for part in detail if part)
    yield from textwrap.wrap(text, WIDTH, initial_indent="      ", subsequent_indent="      ")


def shown(value: Any) -> str:
    """A figure the Danish way with at most four decimals; lists in order, yes and no."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return spoken("ja", "yes") if value else spoken("nej", "no")
    if isinstance(value, list | tuple):
        return ", ".join(shown(each) for each in value)
    number = Decimal(str(value))
    places = -int(number.as_tuple().exponent)
    return danish(number, max(0, min(4, places)), "")
