"""Published figures as a reader sees them: printed value, what it comes to, the verdict, the source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from gevinst.engines.businesscase.model.case import Case
from gevinst.engines.businesscase.model.published_figure import PublishedFigure
from gevinst.engines.businesscase.model.source import Source
from gevinst.engines.businesscase.proof import CheckOutcome, FigureProof, Finding
from gevinst.features.benefits.publishing.units import unit_words
from gevinst.features.benefits.publishing.words import (
    STATUSES,
    VERDICT_MEANINGS,
    VERDICTS,
    status_kind,
    word,
)
from gevinst.shared.templatetags.gevinst import number

# What the name of a document in a case file stands for.
DOCUMENTS: Final[Mapping[str, str]] = {
    "ten-cases": "KL og Deloitte: Caseanalyse af tidsbesparende teknologier, september 2022",
}
QUALIFIERS: Final[Mapping[str, Promise]] = {
    "approx": _("about %(value)s"),
    "just_under": _("just under %(value)s"),
    "slightly_more": _("slightly more than %(value)s"),
    "more_than": _("more than %(value)s"),
}
MOST_DECIMALS: Final = 6
MINUS: Final = "\u2212"


@dataclass(frozen=True, slots=True)
class Tried:
    """One way in which a figure was tried: in words, by which formula over which inputs, what it gave."""

    id: str
    words: str
    formula: str
    inputs: str
    computed: str
    verdict: str
    verdict_word: str
    reading: str
    assumptions: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class FigureView:
    """A published figure ready to be shown; `verdict` is a code, `place` the anchor of its source."""

    id: str
    title: str
    printed: str
    computed: str
    kind: str
    status: str
    verdict: str
    verdict_word: str
    meaning: str
    reason: str
    window: str
    source: str
    place: str
    tried: tuple[Tried, ...]


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A place in a source that the case rests on, with what was taken from it."""

    place: str
    document: str
    line: int
    anchor: str
    note: str
    used_by: tuple[str, ...]


def figure_views(case: Case, proofs: Sequence[FigureProof]) -> list[FigureView]:
    """The published figures in the order of the file."""
    return [_view(case, each) for each in proofs]


def _view(case: Case, proof: FigureProof) -> FigureView:
    figure = proof.figure
    return FigureView(
        id=figure.id,
        title=figure.title,
        printed=printed_words(figure),
        computed="–" if proof.best is None else outcome_words(figure, proof.best),
        kind=status_kind(figure.status),
        status=word(STATUSES, figure.status),
        verdict=proof.verdict.value,
        verdict_word=word(VERDICTS, proof.verdict),
        meaning=word(VERDICT_MEANINGS, proof.verdict),
        reason=proof.reason,
        window=f"{figure.window[0]}–{figure.window[1]}" if figure.window else "",
        source=source_words(figure.source),
        place=place_of(figure.source),
        tried=tuple(_tried(case, figure, each) for each in proof.outcomes),
    )


def _tried(case: Case, figure: PublishedFigure, outcome: CheckOutcome) -> Tried:
    check = outcome.check
    reading = case.readings[check.reading].title if check.reading in case.readings else ""
    finding = {
        "yes": Finding.REPRODUCED,
        "ambiguous": Finding.ONLY_UNDER_A_READING,
        "no": Finding.NOT_REPRODUCIBLE,
        "implied": Finding.IMPLIED,
    }[outcome.reproduces.value]
    return Tried(
        id=check.id,
        words=check.words,
        formula=check.formula.text,
        inputs=", ".join(f"{name} = {_input(each)}" for name, each in check.inputs.items()),
        computed=outcome_words(figure, outcome),
        verdict=finding.value,
        verdict_word=word(VERDICTS, finding),
        reading=reading,
        assumptions=check.assumptions,
        reason=outcome.reason or outcome.fault,
    )


def _input(value: Decimal | tuple[Decimal, ...]) -> str:
    """A printed number that a formula takes, with the decimals that it has; lists with semicolons."""
    if isinstance(value, tuple):
        return "; ".join(map(_input, value))
    exponent = value.normalize().as_tuple().exponent
    return _number(value, max(-int(exponent), 0))


def outcome_words(figure: PublishedFigure, outcome: CheckOutcome) -> str:
    """What a check came to, with the figure's unit where it is a value of the figure's kind."""
    told = computed_words(outcome.computed, figure.decimals)
    # Where a claim or a list is expected the answer is of another kind: yes, or the counts that fit.
    other = outcome.check.expects is not None or isinstance(outcome.computed, bool)
    return told if other else with_unit(told, figure.unit)


def printed_words(figure: PublishedFigure) -> str:
    """The figure as it was printed, with its rounding in words and its unit; an en dash for one implied."""
    if figure.value is None:
        return "–"
    places = max(figure.decimals, 0)
    if isinstance(figure.value, bool):
        return yes_or_no(figure.value)
    if isinstance(figure.value, tuple):
        separator = "–" if figure.qualifier == "range" else ", "
        told = separator.join(_number(each, places) for each in figure.value)
    else:
        told = _number(figure.value, places)
        if figure.qualifier in QUALIFIERS:
            told = str(QUALIFIERS[figure.qualifier]) % {"value": told}
    return with_unit(told, figure.unit)


def computed_words(value: Any, decimals: int) -> str:
    """What a check came to, with two decimals more than the print; lists with commas, nothing as a dash."""
    if value is None:
        return "–"
    if isinstance(value, bool):
        return yes_or_no(value)
    if isinstance(value, list | tuple):
        return ", ".join(computed_words(each, decimals) for each in value) or "–"
    try:
        exact = Decimal(str(value))
    except ArithmeticError:
        return str(value)
    if exact == exact.to_integral_value():
        return _number(exact, 0)
    return _number(exact, min(max(decimals, 0) + 2, MOST_DECIMALS))


def with_unit(told: str, unit: str) -> str:
    """A number with its unit in words."""
    if told == "–":
        return told
    # A year is a name, not a quantity: no thousands separator, no unit.
    if unit == "year":
        return told.replace(".", "").replace(",", "")
    words = unit_words(unit)
    return f"{told}\u00a0{words}" if words else told


def yes_or_no(value: bool) -> str:
    """A claim that holds, or not."""
    return gettext("yes") if value else gettext("no")


def source_words(source: Source) -> str:
    """A source in a line: document, line, the words found there, or its note."""
    document = DOCUMENTS.get(source.document, source.document)
    return ", ".join(part for part in (document, place_words(source)) if part)


def place_words(source: Source) -> str:
    """Where in its document a source stands, or its note; "" for one that is not known."""
    parts = [
        gettext("line %(line)s") % {"line": source.line} if source.line else "",
        f"“{source.anchor}”" if source.anchor else "",
        source.note,
        source.owner,
        source.date,
    ]
    return ", ".join(part for part in parts if part)


def place_of(source: Source) -> str:
    """The anchor of a source in the list of sources; "" for one that names no line."""
    if not source.document:
        return ""
    document = "".join(c if c.isalnum() else "-" for c in source.document)
    return f"kilde-{document}-{source.line}"


def source_lines(case: Case) -> list[SourceLine]:
    """Every place that the case takes something from, in the order of the documents, each once."""
    used: dict[str, tuple[Source, list[str]]] = {}
    for source, title in _sourced(case):
        if source.document:
            _source, titles = used.setdefault(place_of(source), (source, []))
            titles.append(title)
    ordered = sorted(used.items(), key=lambda each: (each[1][0].document, each[1][0].line))
    return [
        SourceLine(
            place,
            DOCUMENTS.get(source.document, source.document),
            source.line,
            source.anchor,
            source.note,
            tuple(dict.fromkeys(titles)),
        )
        for place, (source, titles) in ordered
    ]


def _sourced(case: Case) -> list[tuple[Source, str]]:
    return [
        *((each.source, each.title or each.name) for each in case.assumptions.values()),
        *((line.source, line.title) for line in case.lines),
        *((each.source, each.title) for each in case.quality),
        *((figure.source, figure.title) for figure in case.published),
    ]


def _number(value: Decimal, places: int) -> str:
    return number(value, places).replace("-", MINUS)
