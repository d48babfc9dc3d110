"""Reads the `rules` of a rule file: cases, messages and examples."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from gevinst.engines.blockkit.arrays import column
from gevinst.engines.blockkit.contract import Outcome, Severity
from gevinst.engines.control.examples import UNKNOWN, Example
from gevinst.engines.control.expression import Name, names
from gevinst.engines.control.facts_reader import bilingual
from gevinst.engines.control.model import Case, Rule, reads_of
from gevinst.engines.control.places import Place
from gevinst.engines.control.vocabulary import Owners, Vocabulary, condition, known, message

REQUIRED = (
    "id", "version", "name", "subject", "order", "valid_from", "owner", "legal_basis", "severity",
    "queue", "cases", "unknown", "examples",
)  # fmt: skip
MODES = ("live", "shadow")
Parts = Mapping[str, Place]


def read_rule(place: Place, vocabulary: Vocabulary) -> Rule:
    """The rule that stands there. Raises `RuleFault`."""
    keys = place.record(REQUIRED, ("valid_to", "mode"))
    subject = keys["subject"].choice(vocabulary.subjects)
    asked, told = vocabulary.asked(subject), vocabulary.told(subject)
    cases = tuple(_case(each, asked, told) for each in keys["cases"].items())
    if not cases or cases[-1].when is not None:
        raise keys["cases"].fault("expected the last case to be `otherwise: true`")
    read = [name for case in cases for name in (names(case.when) if case.when else ())]
    said = [name for case in cases for name in case.message.names()]
    owners = dict.fromkeys(name.owner for name in [*read, *said])
    valid_from, valid_to = _validity(keys)
    return Rule(
        id=_written(keys["id"]),
        version=_written(keys["version"]),
        name=bilingual(keys["name"]),
        subject=subject,
        order=_cast(keys["order"], "int"),
        valid_from=valid_from,
        valid_to=valid_to,
        owner=_written(keys["owner"]),
        legal_basis=keys["legal_basis"].text(),
        severity=Severity(keys["severity"].choice(list(Severity))),
        queue=_written(keys["queue"]),
        cases=cases,
        unknown=message(keys["unknown"], told),
        reads=reads_of(read, subject),
        facts=tuple(owner for owner in owners if owner in vocabulary.facts),
        shadow="mode" in keys and keys["mode"].choice(MODES) == "shadow",
        examples=_examples(keys["examples"], told, len(cases)),
        place=str(place),
        places={key: str(each) for key, each in keys.items()},
    )


def _written(place: Place) -> str:
    text = place.text()
    if not text.strip():
        raise place.fault("expected a text, found nothing")
    return text


def _validity(keys: Parts) -> tuple[date, date | None]:
    start: date = _cast(keys["valid_from"], "date")
    if "valid_to" not in keys:
        return start, None
    end: date = _cast(keys["valid_to"], "date")
    if end < start:
        raise keys["valid_to"].fault(f"expected a date from {start} on, found {end}")
    return start, end


def _case(place: Place, asked: Owners, told: Owners) -> Case:
    keys = place.record(("outcome", "message"), ("when", "otherwise", "wait"))
    if ("when" in keys) == ("otherwise" in keys):
        raise place.fault("expected either `when` or `otherwise: true`")
    if "otherwise" in keys:
        keys["otherwise"].choice(("true",))
    outcome = Outcome(keys["outcome"].choice(list(Outcome)))
    wait = "wait" in keys and keys["wait"].choice(("true", "false")) == "true"
    if wait and outcome is not Outcome.UNDECIDED:
        raise keys["wait"].fault("only an undecided case can wait")
    when = condition(keys["when"], asked) if "when" in keys else None
    written = " ".join(keys["when"].text().split()) if "when" in keys else ""
    return Case(when, outcome, message(keys["message"], told), wait, written)


def _examples(place: Place, told: Owners, cases: int) -> tuple[Example, ...]:
    """At least one that passes and one that does not."""
    examples = tuple(_example(each, told, cases) for each in place.items())
    passing = [each.outcome is Outcome.OK for each in examples]
    if all(passing) or not any(passing):
        raise place.fault("expected an example with the outcome ok and one with another outcome")
    return examples


def _example(place: Place, told: Owners, cases: int) -> Example:
    keys = place.record(("title", "given", "outcome"), ("case",))
    outcome = Outcome(keys["outcome"].choice(list(Outcome)))
    number = _number(keys["case"], cases) if "case" in keys else None
    given = {}
    for name, value in keys["given"].keyed():
        kind = known(name, _name(name), told)
        if not value.absent:
            given[name.text()] = _cast(value, kind)
    return Example(bilingual(keys["title"]), given, outcome, number, str(place))


def _name(place: Place) -> Name:
    owner, dot, attribute = place.text().partition(".")
    if not dot:
        raise place.fault(f"expected a name of the form owner.attribute, found {owner!r}")
    return Name(owner, attribute)


def _number(place: Place, cases: int) -> int:
    """The case's number, from 0: written from 1, or `unknown`."""
    numbers = [str(number) for number in range(1, cases + 1)]
    chosen = place.choice([*numbers, "unknown"])
    return UNKNOWN if chosen == "unknown" else int(chosen) - 1


CASTS: Mapping[str, tuple[Callable[[str], Any], str]] = {
    "str": (str, "a text"),
    "int": (int, "a whole number"),
    "money": (Decimal, "an amount"),
    "decimal": (Decimal, "a number"),
    "date": (date.fromisoformat, "a date as YYYY-MM-DD"),
}


def _cast(place: Place, kind: str) -> Any:
    """The value as its kind has it, which holds it exactly."""
    cast, expected = CASTS[kind]
    try:
        value = cast(place.text())
        column(kind, [value])
    except (ValueError, OverflowError, InvalidOperation) as fault:
        raise place.fault(f"expected {expected}, found {place.text()!r}") from fault
    return value
