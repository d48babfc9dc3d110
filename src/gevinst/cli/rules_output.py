"""A rule book's check and a rule's explanation as lines for a terminal and as JSON."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from typing import Any

from gevinst.cli.language import language, spoken
from gevinst.engines.blockkit.contract import Outcome, Text
from gevinst.engines.control.checkup import Checkup, Remark
from gevinst.engines.control.explain import ExplainedCase, ExplainedExample, Explanation

WIDTH = 100
OUTCOMES = {
    Outcome.OK: Text("i orden", "ok"),
    Outcome.FAIL: Text("fejl", "fail"),
    Outcome.UNDECIDED: Text("uafgjort", "undecided"),
}
SEVERITIES = {
    "mandatory": Text("skal være i orden", "mandatory"),
    "advisory": Text("oplyser kun", "advisory"),
}


def check_lines(checkup: Checkup) -> str:
    """One line a remark, and what it comes to."""
    return "\n".join([*map(_remark, checkup.remarks), _summary(checkup)])


def _remark(remark: Remark) -> str:
    level = "" if remark.fault else spoken("bemærk: ", "note: ")
    return f"{remark.place}: {level}{_in(remark.message)}"


def _summary(checkup: Checkup) -> str:
    if checkup.book is None:
        return spoken("Reglerne kan ikke læses.", "The rules cannot be read.")
    rules = len(checkup.book.rules)
    examples = sum(len(rule.examples) for rule in checkup.book.rules)
    faults = sum(remark.fault for remark in checkup.remarks)
    if not faults:
        return spoken(
            f"{rules} regler, {examples} eksempler: i orden.",
            f"{rules} rules, {examples} examples: all in order.",
        )
    return spoken(
        f"{rules} regler, {examples} eksempler, {faults} fejl: reglerne kan ikke bruges.",
        f"{rules} rules, {examples} examples, {faults} faults: the rules cannot be used.",
    )


def check_json(checkup: Checkup) -> dict[str, Any]:
    """The same as an object."""
    book = checkup.book
    return {
        "sound": checkup.sound,
        "digest": book.digest if book else "",
        "rules": len(book.rules) if book else 0,
        "examples": sum(len(rule.examples) for rule in book.rules) if book else 0,
        "remarks": [
            {
                "place": each.place,
                "code": each.code,
                "fault": each.fault,
                "message_da": each.message.da,
                "message_en": each.message.en,
            }
            for each in checkup.remarks
        ],
    }


def explain_lines(told: Explanation) -> str:
    """The rule as a clerk reads it."""
    return "\n".join(_explained(told))


def _explained(told: Explanation) -> Iterator[str]:
    yield f"{told.id} · {_in(told.name)}"
    for label, value in _facts_of(told).items():
        yield f"  {label + ':':<16}{value}"
    yield from _heading(spoken("Slår op", "Looks up"), bool(told.facts))
    for fact in told.facts:
        yield from _wrapped(f"- {_in(fact.title)}: {_in(fact.sentence)}")
    yield from _heading(spoken("Afgør", "Decides"))
    for case in told.cases:
        yield from _case(case)
    yield from _heading(spoken("Eksempler", "Examples"))
    for number, example in enumerate(told.examples, start=1):
        yield from _example(number, example)
    yield ""
    yield f"SQL: gevinst rules sql {told.id}"


def _facts_of(told: Explanation) -> dict[str, str]:
    ends = f" {spoken('til', 'to')} {told.valid_to}" if told.valid_to else ""
    mode = (
        spoken(" (prøves af: afgør intet)", " (on trial: decides nothing)") if told.shadow else ""
    )
    return {
        spoken("Version", "Version"): f"{told.version} ({', '.join(told.versions)})",
        spoken("Gælder", "In force"): f"{spoken('fra', 'from')} {told.valid_from}{ends}",
        spoken("Ejer", "Owner"): told.owner,
        spoken("Hjemmel", "Legal basis"): told.legal_basis,
        spoken("Vægt", "Severity"): f"{_in(SEVERITIES[told.severity])}{mode}",
        spoken("Kø", "Queue"): f"{_in(told.queue_title)} ({told.queue})",
        spoken("Står i", "Stands in"): told.place,
    }


def _heading(text: str, shown: bool = True) -> Iterator[str]:
    if shown:
        yield ""
        yield text


def _case(case: ExplainedCase) -> Iterator[str]:
    waits = spoken(", der ventes", ", waits") if case.waits else ""
    yield from _wrapped(f"{case.number}. {_in(case.condition)} -> {_outcome(case.outcome)}{waits}")
    yield from _wrapped(f"»{_in(case.message)}«", 7)


def _example(number: int, example: ExplainedExample) -> Iterator[str]:
    yield from _wrapped(f"{number}. {_in(example.title)} -> {_outcome(example.expected)}")
    given = "; ".join(f"{_in(title)}: {_in(value)}" for title, value in example.given)
    yield from _wrapped(given or spoken("intet er kendt", "nothing is known"), 7)
    if example.tried:
        held = "" if example.tried.holds else spoken("IKKE SOM VENTET: ", "NOT AS EXPECTED: ")
        yield from _wrapped(f"{held}»{_in(example.tried.message)}«", 7)


def _wrapped(text: str, indent: int = 4) -> list[str]:
    first = " " * (2 if indent == 4 else indent)  # noqa: PLR2004
    return textwrap.wrap(text, WIDTH, initial_indent=first, subsequent_indent=" " * indent)


def _outcome(outcome: Outcome) -> str:
    return _in(OUTCOMES[outcome])


def _in(text: Text) -> str:
    return text.in_language(language())


def explain_json(told: Explanation) -> dict[str, Any]:
    """The explanation as an object, both languages."""
    return {
        "id": told.id,
        "version": told.version,
        "versions": told.versions,
        **_both("name", told.name),
        "subject": told.subject,
        "owner": told.owner,
        "legal_basis": told.legal_basis,
        "severity": told.severity,
        "mode": "shadow" if told.shadow else "live",
        "valid_from": str(told.valid_from),
        "valid_to": str(told.valid_to) if told.valid_to else None,
        "queue": told.queue,
        "place": told.place,
        "facts": [
            {"name": each.name, "register": each.register, **_both("sentence", each.sentence)}
            for each in told.facts
        ],
        "cases": [_case_json(each) for each in told.cases],
        "examples": [_example_json(each) for each in told.examples],
    }


def _case_json(case: ExplainedCase) -> Mapping[str, Any]:
    return {
        "number": case.number,
        "outcome": case.outcome,
        "waits": case.waits,
        **_both("condition", case.condition),
        **_both("message", case.message),
    }


def _example_json(example: ExplainedExample) -> Mapping[str, Any]:
    tried = example.tried
    return {
        **_both("title", example.title),
        "given": [
            {**_both("name", name), **_both("value", value)} for name, value in example.given
        ],
        "expected": example.expected,
        "case": example.case,
        "found": tried.case.outcome if tried else None,
        "holds": tried.holds if tried else None,
        **_both("message", tried.message if tried else Text("", "")),
    }


def _both(key: str, text: Text) -> dict[str, str]:
    return {f"{key}_da": text.da, f"{key}_en": text.en}
