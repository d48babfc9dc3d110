"""What rules read: the smallest part of a rule book that still gives their answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from gevinst.engines.control.expression import Expression, Name, names
from gevinst.engines.control.model import PARAMETER, ROW, Fact, Kinds, Rule, RuleBook


@dataclass(frozen=True, slots=True)
class Reading:
    """Rules about one kind of subject with the facts that they ask, and the columns that those take.

    `columns` are the subject's, `registers` those of each register that a fact looks into.
    """

    kind: str
    rules: tuple[Rule, ...]
    facts: Mapping[str, Fact]
    columns: Kinds
    parameters: Kinds
    registers: Mapping[str, Kinds]


def reading(book: RuleBook, kind: str, rules: Sequence[Rule]) -> Reading:
    """What those rules about that kind of subject read."""
    facts = {name: book.facts[name] for rule in rules for name in facts_asked(rule, book)}
    read = [*_asked(rules), *(each for fact in facts.values() for each in _of_subject(fact))]
    own, given = _of(read, kind), _of(read, PARAMETER)
    return Reading(
        kind,
        tuple(rules),
        facts,
        {name: of for name, of in book.subjects[kind].items() if name in own},
        {name: of for name, of in book.parameters.items() if name in given},
        {each.register: _register(book, each.register, facts) for each in facts.values()},
    )


def facts_asked(rule: Rule, book: RuleBook) -> list[str]:
    """The facts that the rule's conditions read, each once; what its messages tell decides nothing."""
    return list(dict.fromkeys(name.owner for name in rule.asks if name.owner in book.facts))


def same_answers(one: Rule, in_one: RuleBook, other: Rule, in_other: RuleBook) -> bool:
    """Whether both rules come to the same case for every subject: only their words or fate may differ."""
    if one.subject != other.subject or _conditions(one) != _conditions(other):
        return False
    asked = facts_asked(one, in_one)
    # What people call a fact is left out of its repr, which is what its SQL is made of.
    return all(repr(in_one.facts[name]) == repr(in_other.facts[name]) for name in asked)


def _conditions(rule: Rule) -> list[Expression | None]:
    return [case.when for case in rule.cases]


def _asked(rules: Sequence[Rule]) -> Iterator[Name]:
    return (name for rule in rules for name in rule.asks)


def _of(read: Sequence[Name], owner: str) -> set[str]:
    return {name.attribute for name in read if name.owner == owner}


def _of_subject(fact: Fact) -> Iterator[Name]:
    """What a fact reads of its subject and the parameters."""
    for column in (*fact.match.values(), *fact.other_than, *fact.earlier, fact.on):
        yield Name(fact.subject, column)
    for condition in (fact.within, fact.where):
        if condition is not None:
            yield from names(condition)


def _register(book: RuleBook, register: str, facts: Mapping[str, Fact]) -> Kinds:
    read = {each for fact in facts.values() if fact.register == register for each in _rows(fact)}
    return {name: of for name, of in book.columns(register).items() if name in read}


def _rows(fact: Fact) -> Iterator[str]:
    """The columns of the register that a fact reads."""
    yield from (*fact.match, *fact.other_than, *fact.earlier, *fact.values, *fact.totals)
    yield from (fact.start, fact.end)
    if fact.where is not None:
        yield from (name.attribute for name in names(fact.where) if name.owner == ROW)
