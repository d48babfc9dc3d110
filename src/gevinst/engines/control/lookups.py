"""A fact in words: in which register it looks, and which rows count."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gevinst.engines.blockkit.contract import Text
from gevinst.engines.control.expression import Name
from gevinst.engines.control.model import ROW, Fact, RuleBook
from gevinst.engines.control.titles import Titles
from gevinst.engines.control.wording import Speaker

OPENING = Text("Slår op i »{0}«, hvor {1}.", "Looks in “{0}” where {1}.")
EQUAL = Text("rækkens {0} er lig med {1}", "the row's {0} equals {1}")
VALID = Text("{2} ligger fra rækkens {0} til {1}", "{2} lies from the row's {0} to {1}")
ON = Text("rækkens {0} er {2}", "the row's {0} is {2}")
WITHIN = Text(", eller højst så mange dage derfra: {0}", ", or at most so many days off: {0}")
OTHER = Text("rækkens {0} er en anden", "the row's {0} is another")
EARLIER = Text("rækkens {0} kommer før", "the row's {0} comes before")


@dataclass(frozen=True, slots=True)
class ExplainedFact:
    """A look-up of a rule: `sentence` says where it looks and which rows count."""

    name: str
    title: Text
    register: str
    register_title: Text
    sentence: Text


def lookup(fact: Fact, book: RuleBook, titles: Titles) -> ExplainedFact:
    """The fact in words."""
    parts = list(_parts(fact, book, titles))
    joined = Text(_listed(parts, "da"), _listed(parts, "en"))
    register = titles.register(fact.register)
    return ExplainedFact(
        fact.name, titles.fact(fact), fact.register, register, _fill(OPENING, register, joined)
    )


def _parts(fact: Fact, book: RuleBook, titles: Titles) -> Iterator[Text]:
    def column(name: str) -> Text:
        return titles.column(fact.register, name)

    def own(name: str) -> Text:
        return titles.of(Name(fact.subject, name))

    for theirs, ours in fact.match.items():
        yield _fill(EQUAL, column(theirs), own(ours))
    for name in fact.other_than:
        yield _fill(OTHER, column(name))
    for name in fact.earlier:
        yield _fill(EARLIER, column(name))
    speaker = _speaker(fact, book, titles)
    if fact.where:
        yield speaker.say(fact.where)
    if fact.on:
        said = _fill(
            ON if fact.start == fact.end else VALID,
            column(fact.start),
            column(fact.end),
            own(fact.on),
        )
        yield _added(said, _fill(WITHIN, speaker.say(fact.within))) if fact.within else said


def _speaker(fact: Fact, book: RuleBook, titles: Titles) -> Speaker:
    rows = {f"{ROW}.{name}": kind for name, kind in book.columns(fact.register).items()}
    kinds = {**book.readable(fact.subject), **rows}
    return Speaker(lambda name: titles.row(fact, name), titles.fact, book.facts, kinds)


def _fill(template: Text, *parts: Text) -> Text:
    return Text(
        template.da.format(*(each.da for each in parts)),
        template.en.format(*(each.en for each in parts)),
    )


def _added(first: Text, second: Text) -> Text:
    return Text(first.da + second.da, first.en + second.en)


def _listed(parts: list[Text], language: str) -> str:
    said = [each.in_language(language) for each in parts]
    last = " and " if language == "en" else " og "
    return last.join([", ".join(said[:-1]), said[-1]] if said[1:] else said)
