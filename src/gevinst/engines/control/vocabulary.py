"""The names that conditions, messages and examples may use, with the kind of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from gevinst.engines.control.expression import Expression, Name, names
from gevinst.engines.control.grammar import SyntaxFault, parse
from gevinst.engines.control.messages import Message, sentence
from gevinst.engines.control.model import EXTRACTED, PARAMETER, Fact, Kinds
from gevinst.engines.control.places import Place
from gevinst.engines.control.typecheck import TRUTH, check

Owners = Mapping[str, Kinds]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Registers and parameters from outside; subjects and facts as they are read."""

    registers: Owners
    parameters: Kinds
    subjects: dict[str, dict[str, str]] = field(default_factory=dict)
    facts: dict[str, Fact] = field(default_factory=dict)

    def columns(self, register: str) -> Kinds:
        """The columns of a register, or of a subject that is looked up among the others."""
        return self.registers.get(register) or self.subjects[register]

    def asked(self, subject: str) -> dict[str, Kinds]:
        """What the conditions of rules about `subject` may read: owner -> attribute -> kind."""
        facts = {fact.name: self._answers(fact) for fact in self._facts(subject)}
        return {**facts, subject: self.subjects[subject], PARAMETER: self.parameters}

    def told(self, subject: str) -> dict[str, Kinds]:
        """What their messages may read besides: every column of the row found, and the extract's time."""
        rows = {
            fact.name: {**self.columns(fact.register), **self._answers(fact), EXTRACTED: "date"}
            for fact in self._facts(subject)
        }
        return {**self.asked(subject), **rows}

    def _facts(self, subject: str) -> list[Fact]:
        return [fact for fact in self.facts.values() if fact.subject == subject]

    def _answers(self, fact: Fact) -> Kinds:
        return fact.answers(self.columns(fact.register))


def condition(place: Place, readable: Owners, kind: str = TRUTH) -> Expression:
    """The expression written there, which is of that kind and reads only what is readable.

    Raises `RuleFault` with the column of the mistake.
    """
    source = place.text()
    try:
        tree = parse(source)
        for name in names(tree):
            known(place, name, readable, name.column)
        kinds = {
            f"{owner}.{each}": of for owner, own in readable.items() for each, of in own.items()
        }
        check(tree, kinds, kind)
    except SyntaxFault as fault:
        said = f"expected {fault.expected}, found {fault.found}, in {source!r}"
        raise place.fault(said, fault.column) from fault
    return tree


def message(place: Place, readable: Owners) -> Message:
    """The sentence in Danish and English, whose placeholders are readable. Raises `RuleFault`."""
    pair = place.record(("da", "en"))
    for language, written in pair.items():
        try:
            made = sentence(written.text(), language)
        except ValueError as fault:
            raise written.fault(str(fault)) from fault
        for each in made.places:
            known(written, each.name, readable, each.name.column)
    return Message(sentence(pair["da"].text(), "da"), sentence(pair["en"].text(), "en"))


def known(place: Place, name: Name, readable: Owners, at: int | None = None) -> str:
    """The kind of the column that is named. Raises `RuleFault` for a name that is not readable."""
    if name.owner not in readable:
        expected = ", ".join(sorted(readable))
        raise place.fault(f"{name} is unknown; expected one of {expected}", at)
    if name.attribute not in readable[name.owner]:
        expected = ", ".join(f"{name.owner}.{each}" for each in sorted(readable[name.owner]))
        raise place.fault(f"{name} is unknown; expected one of {expected}", at)
    return readable[name.owner][name.attribute]
