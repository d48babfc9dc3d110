"""A rule as a clerk reads it: who owns it, what it looks up, when it says what, and examples."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from gevinst.engines.blockkit.contract import Manifest, Outcome, Severity, Text
from gevinst.engines.control.examples import Example
from gevinst.engines.control.expression import Name
from gevinst.engines.control.lookups import ExplainedFact, lookup
from gevinst.engines.control.messages import Message, Sentence, worded
from gevinst.engines.control.model import Case, Rule, RuleBook
from gevinst.engines.control.titles import Titles
from gevinst.engines.control.trial import Tried
from gevinst.engines.control.wording import Speaker

OTHERWISE = Text("i alle andre tilfælde", "in all other cases")
UNKNOWN = Text(
    "noget af det, reglen læser, mangler eller er flertydigt",
    "something that the rule reads is missing or ambiguous",
)


@dataclass(frozen=True, slots=True)
class ExplainedCase:
    """When `condition` holds and none before it did, the rule says `outcome` in the words of `message`.

    `number` counts from 1; 0 is the case that something is unknown. In the message the titles of what is
    filled in stand in square brackets.
    """

    number: int
    condition: Text
    outcome: Outcome
    waits: bool
    message: Text


@dataclass(frozen=True, slots=True)
class ExplainedExample:
    """Values with their titles, what is expected of them, and what was found where it was tried."""

    title: Text
    given: tuple[tuple[Text, Text], ...]
    expected: Outcome
    case: int | None
    tried: Tried | None = None


@dataclass(frozen=True, slots=True)
class Explanation:
    """All that the rule book says of one version of a rule; `versions` are all, the earliest first."""

    id: str
    version: str
    versions: tuple[str, ...]
    name: Text
    subject: str
    owner: str
    legal_basis: str
    severity: Severity
    shadow: bool
    valid_from: date
    valid_to: date | None
    queue: str
    queue_title: Text
    cases: tuple[ExplainedCase, ...]
    facts: tuple[ExplainedFact, ...]
    examples: tuple[ExplainedExample, ...]
    place: str


def explain(
    rule: Rule, book: RuleBook, manifest: Manifest, tried: Sequence[Tried] = ()
) -> Explanation:
    """The rule in words, its names as `book` and `manifest` title them.

    `tried` are examples that were run (see trial.py); running them takes a second, so without them
    only what is expected is told.
    """
    titles = Titles(book, manifest)
    return Explanation(
        id=rule.id,
        version=rule.version,
        versions=tuple(each.version for each in book.versions(rule.id)),
        name=rule.name,
        subject=rule.subject,
        owner=rule.owner,
        legal_basis=rule.legal_basis,
        severity=rule.severity,
        shadow=rule.shadow,
        valid_from=rule.valid_from,
        valid_to=rule.valid_to,
        queue=rule.queue,
        queue_title=titles.queue(rule.queue),
        cases=_cases(rule, book, titles),
        facts=tuple(lookup(book.facts[name], book, titles) for name in rule.facts),
        examples=_examples(rule, titles, tried),
        place=rule.place,
    )


def _cases(rule: Rule, book: RuleBook, titles: Titles) -> tuple[ExplainedCase, ...]:
    speaker = Speaker(titles.of, titles.fact, book.facts, book.readable(rule.subject))
    told = [
        _case(number, case, speaker.say(case.when) if case.when else OTHERWISE, titles)
        for number, case in enumerate(rule.cases, start=1)
    ]
    return (*told, _case(0, rule.case(-1), UNKNOWN, titles))


def _case(number: int, case: Case, condition: Text, titles: Titles) -> ExplainedCase:
    return ExplainedCase(number, condition, case.outcome, case.wait, template(case.message, titles))


def template(message: Message, titles: Titles) -> Text:
    """The message with the titles of what is filled in in square brackets."""
    return Text(_template(message.da, titles), _template(message.en, titles))


def _template(sentence: Sentence, titles: Titles) -> str:
    parts = [sentence.texts[0]]
    for place, text in zip(sentence.places, sentence.texts[1:], strict=True):
        parts += (f"[{titles.of(place.name).in_language(sentence.language)}]", text)
    return "".join(parts)


def _examples(rule: Rule, titles: Titles, tried: Sequence[Tried]) -> tuple[ExplainedExample, ...]:
    run = {
        each.number: each
        for each in tried
        if (each.rule.id, each.rule.version) == (rule.id, rule.version)
    }
    return tuple(
        ExplainedExample(
            example.title,
            _given(example, titles),
            example.outcome,
            None if example.case is None else example.case + 1,
            run.get(number),
        )
        for number, example in enumerate(rule.examples, start=1)
    )


def _given(example: Example, titles: Titles) -> tuple[tuple[Text, Text], ...]:
    return tuple((titles.of(_name(name)), _shown(value)) for name, value in example.given.items())


def _name(full: str) -> Name:
    owner, _, attribute = full.partition(".")
    return Name(owner, attribute)


def _shown(value: object) -> Text:
    form = "date" if isinstance(value, date) else "plain" if isinstance(value, str) else "number"
    return Text(worded(value, form, "da"), worded(value, form, "en"))
